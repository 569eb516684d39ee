import { useCallback, useEffect, useRef, useState } from 'react'
import { Player } from './player'

export interface TakeAudio {
  /** The take that sounds now. */
  playingId: string | null
  /** The last take that could not be played; its row should say so. */
  brokenId: string | null
  /** Plays the take from its beginning, or stops it if it is the one that sounds. */
  toggle: (takeId: string, durationMs: number) => void
  stop: () => void
}

/** Plays takes of a list, one at a time, without a waveform. Silent when the caller goes. */
export function useTakeAudio(speed: number): TakeAudio {
  const [playingId, setPlayingId] = useState<string | null>(null)
  const [brokenId, setBrokenId] = useState<string | null>(null)
  const disconnect = useRef<(() => void) | null>(null)

  const stop = useCallback(() => {
    disconnect.current?.()
    disconnect.current = null
    setPlayingId(null)
  }, [])

  useEffect(() => stop, [stop])

  const toggle = useCallback(
    (takeId: string, durationMs: number) => {
      const isStopping = takeId === playingId
      stop()
      if (isStopping) return
      setBrokenId(null)
      const player = new Player(takeId, durationMs, false)
      const disconnectPlayer = player.connect()
      const unsubscribe = player.state.subscribe(() => {
        if (player.playing) return
        if (player.state.get() === 'broken') setBrokenId(takeId)
        stop()
      })
      disconnect.current = () => {
        unsubscribe()
        disconnectPlayer()
      }
      player.setSpeed(speed)
      player.play()
      setPlayingId(takeId)
    },
    [playingId, speed, stop],
  )

  return { playingId, brokenId, toggle, stop }
}
