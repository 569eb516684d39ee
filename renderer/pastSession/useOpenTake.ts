import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useSettings } from '../settings/SettingsContext'
import { Player, type PlayerState } from '../player/player'
import type { EndedTake } from '../../shared/endedTake'

/** The one take of the page that is being listened to: two answers at once are none. */
export interface TakeInPlayer {
  readonly takeId: string
  readonly player: Player
  readonly state: PlayerState
}

const neverChanges = () => () => {}

/** An open take with what is to be done once its player is connected. */
interface Opened {
  readonly takeId: string
  readonly player: Player
  readonly playsAtOnce: boolean
}

/**
 * @param findFirst answers with the take that is open from the beginning, silent until it is played.
 * @returns the open take, and what its row's button does: opens it and plays, then plays or pauses.
 */
export function useOpenTake(
  findFirst: () => EndedTake | null,
): readonly [TakeInPlayer | null, toggle: (take: EndedTake) => void] {
  const { speed } = useSettings().settings
  const [open, setOpen] = useState<Opened | null>(() => {
    const first = findFirst()
    return first && opened(first, false)
  })
  const player = open?.player

  useEffect(() => {
    if (!open) return
    const disconnect = open.player.connect()
    if (open.playsAtOnce) open.player.play()
    return disconnect
  }, [open])
  useEffect(() => player?.setSpeed(speed), [player, speed])

  const state = useSyncExternalStore(
    player?.state.subscribe ?? neverChanges,
    () => player?.state.get() ?? 'paused',
  )
  const toggle = useCallback(
    (take: EndedTake) => {
      if (open?.takeId === take.id && open.player.state.get() !== 'broken') open.player.toggle()
      else setOpen(opened(take, true))
    },
    [open],
  )
  return [
    useMemo(() => open && { takeId: open.takeId, player: open.player, state }, [open, state]),
    toggle,
  ]
}

function opened(take: EndedTake, playsAtOnce: boolean): Opened {
  return { takeId: take.id, player: new Player(take.id, take.durationMs, false), playsAtOnce }
}
