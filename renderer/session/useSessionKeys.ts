import { useEffect, useEffectEvent } from 'react'
import type { Rating } from '../../shared/model'
import { isForShortcuts, isPressable, keyOf } from '../keys/keys'

/** What a key can do during a session. */
export interface SessionKeys {
  /** A take is being made: then only record, pause and step mean anything. */
  isRunning: boolean
  record: () => void
  pause: () => void
  play: () => void
  seekBy: (seconds: number) => void
  step: (direction: -1 | 1) => void
  example: () => void
  rate: (rating: Rating) => void
  best: () => void
}

const SEEK_SECONDS = 5

/**
 * Listens to the keys of the session while it is on the screen; silent while somebody types or a dialog is open. While a take
 * plays, the keys of the marks (R is one of them) are taken before they come here: see marks/useMarkKeys.ts.
 */
export function useSessionKeys(keys: SessionKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!isForShortcuts(event)) return
    const action = actionOf(event, keys)
    if (!action) return
    event.preventDefault()
    // A key that is held down repeats; only moving may.
    if (!event.repeat || isMoving(event)) action()
  })

  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function isMoving({ key }: KeyboardEvent): boolean {
  return key === 'ArrowLeft' || key === 'ArrowRight'
}

function actionOf(event: KeyboardEvent, keys: SessionKeys): (() => void) | undefined {
  if (isMoving(event)) {
    const direction = event.key === 'ArrowLeft' ? -1 : 1
    if (event.shiftKey) return () => keys.step(direction)
    if (keys.isRunning) return undefined
    // A focused radio button or slider has its own use for the arrows.
    return event.target instanceof HTMLInputElement
      ? undefined
      : () => keys.seekBy(direction * SEEK_SECONDS)
  }
  const key = keyOf(event)
  switch (key) {
    case 'r':
      return keys.record
    case 'p':
      return keys.pause
  }
  if (keys.isRunning) return undefined
  switch (key) {
    case 'e':
      return keys.example
    case 'b':
      return keys.best
    case ' ':
      return isPressable(event.target) ? undefined : keys.play
    case '1':
    case '2':
    case '3':
    case '4':
      return () => keys.rate(Number(key) as Rating)
    default:
      return undefined
  }
}
