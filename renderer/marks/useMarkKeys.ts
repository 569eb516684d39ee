import { useEffect, useEffectEvent } from 'react'
import type { MarkKind } from '../../shared/defaults'
import { addScope, type Handlers } from '../keys/keyboard'
import type { PlayerHandle } from '../player/player'
import { kindOf, type MarkCommand } from './markWords'

/** A finger that is late marks the end of the answer; it starts no recording. */
const LATE_MS = 1000

interface MarkKeys {
  readonly player: () => PlayerHandle | null
  readonly drop: (kind: MarkKind) => void
  readonly isOff: boolean
}

/**
 * While a take plays, and for a second after it came to its end, the letters of the marks are marks,
 * whatever else they mean: R records only when nothing plays.
 */
export function useMarkKeys({ player, drop, isOff }: MarkKeys): void {
  const current = useEffectEvent((): Handlers => {
    if (isOff || !isHeard(player())) return {}
    const mark = (command: MarkCommand) => (nth: number) => {
      const kind = kindOf(command, nth)
      if (kind) drop(kind)
    }
    return { markPart: mark('markPart'), markHeard: mark('markHeard') }
  })
  useEffect(() => addScope({ layer: 'marks', handlers: () => current() }), [])
}

function isHeard(player: PlayerHandle | null): boolean {
  if (!player) return false
  return player.state.get() === 'playing' || player.endedAgoMs < LATE_MS
}
