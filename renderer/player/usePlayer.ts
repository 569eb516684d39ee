import { useEffect, useState, useSyncExternalStore } from 'react'
import { Player, type PlayerState, type Seekable } from './player'

interface PlayerOptions {
  takeId: string
  durationMs: number
  damaged: boolean
  speed: number
}

/**
 * A player for one take, silenced when the caller goes. It belongs to the take that it was made for:
 * give the caller the take's id as its `key`.
 */
export function usePlayer(options: PlayerOptions): { player: Player; state: PlayerState } {
  const { takeId, durationMs, damaged, speed } = options
  const [player] = useState(() => new Player(takeId, durationMs, damaged))

  // What is stored can change, or be found to be different, while the player is there.
  useEffect(() => player.duration.set(durationMs), [player, durationMs])
  useEffect(() => player.connect(), [player])
  useEffect(() => player.setSpeed(speed), [player, speed])

  const state = useSyncExternalStore(player.state.subscribe, player.state.get)
  return { player, state }
}

/** How long the take is, as far as is known by now. */
export function useDurationSeconds(player: Seekable): number {
  return useSyncExternalStore(player.duration.subscribe, () => player.durationSeconds)
}
