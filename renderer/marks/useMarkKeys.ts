import { useEffect, useEffectEvent } from 'react'
import type { MarkKind } from '../../shared/defaults'
import { isForShortcuts, keyOf } from '../keys/keys'
import type { PlayerHandle } from '../player/player'
import { kindOfKey } from './markWords'

/** A finger that is late marks the end of the answer; it starts no recording. */
const LATE_MS = 1000

interface MarkKeys {
  readonly player: () => PlayerHandle | null
  readonly drop: (kind: MarkKind) => void
  readonly isOff: boolean
}

/**
 * While a take plays, and for a second after it came to its end, the letters of the marks are marks,
 * whatever else they mean: R records only when nothing plays. So these keys are taken on the way down
 * (capture), before any other listener of the page hears of them.
 */
export function useMarkKeys({ player, drop, isOff }: MarkKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const kind = kindOfKey(keyOf(event))
    if (isOff || !kind || !isForShortcuts(event) || !isHeard(player())) return
    event.preventDefault()
    // A key that is held down is one mark.
    if (!event.repeat) drop(kind)
  })

  useEffect(() => {
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}

function isHeard(player: PlayerHandle | null): boolean {
  if (!player) return false
  return player.state.get() === 'playing' || player.endedAgoMs < LATE_MS
}
