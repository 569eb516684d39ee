import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useSettings } from '../settings/SettingsContext'
import { Player, type PlayerState } from '../waveform/player'
import type { EndedTake } from '../../shared/endedTake'

/** The one take of the page that is being listened to: two answers at once are none. */
export interface OpenTake {
  readonly takeId: string
  readonly player: Player
  readonly state: PlayerState
}

const neverChanges = () => () => {}

/** @returns the open take, and what its row's button does: opens it and plays, then plays or pauses. */
export function useOpenTake(): readonly [OpenTake | null, toggle: (take: EndedTake) => void] {
  const { speed } = useSettings().settings
  const [open, setOpen] = useState<{ takeId: string; player: Player } | null>(null)
  const player = open?.player

  useEffect(() => {
    if (!player) return
    const disconnect = player.connect()
    player.play()
    return disconnect
  }, [player])
  useEffect(() => player?.setSpeed(speed), [player, speed])

  const state = useSyncExternalStore(
    player?.state.subscribe ?? neverChanges,
    () => player?.state.get() ?? 'paused',
  )
  const toggle = useCallback(
    (take: EndedTake) => {
      if (open?.takeId === take.id && open.player.state.get() !== 'broken') open.player.toggle()
      else setOpen({ takeId: take.id, player: new Player(take.id, take.durationMs, false) })
    },
    [open],
  )
  return [useMemo(() => open && { ...open, state }, [open, state]), toggle]
}
