import type { Rating } from '../../shared/model'
import { useCommands } from '../keys/useCommands'
import { seekSeconds } from '../player/player'

/** What a key can do during a session. */
export interface SessionKeys {
  /** A take is being made: then only record, pause, step and outline mean anything. */
  isRunning: boolean
  /** @param atMs `timeStamp` of the press */
  record: (atMs: number) => void
  pause: (atMs: number) => void
  play: () => void
  seekBy: (seconds: number) => void
  step: (direction: -1 | 1) => void
  example: () => void
  /** Null: there is nothing to show or to hide. */
  outline: (() => void) | null
  rate: (rating: Rating) => void
  best: () => void
}

/**
 * The keys of the session while it is on the screen. While a take plays, the letters of the marks (R
 * is one of them) are asked first: see marks/useMarkKeys.ts.
 */
export function useSessionKeys(keys: SessionKeys): void {
  useCommands({
    record: (_nth, event) => keys.record(event?.timeStamp ?? 0),
    pause: (_nth, event) => keys.pause(event?.timeStamp ?? 0),
    step: (nth) => keys.step(nth === 0 ? -1 : 1),
    outline: () => keys.outline?.(),
    ...(!keys.isRunning && {
      play: keys.play,
      seek: (nth) => keys.seekBy(seekSeconds(nth)),
      example: keys.example,
      rate: (nth) => keys.rate((nth + 1) as Rating),
      best: keys.best,
    }),
  })
}
