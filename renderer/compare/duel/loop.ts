import type { Stretch } from '../../../shared/measures'
import { mapMoment, type Anchors } from './moments'
import { type Letter, otherLetter } from '../sides/sides'

/** Shorter than this it would be a buzz. */
export const SHORTEST_LOOP_MS = 500

/** A passage that is played again and again, in the time of the take in which it was set. */
export interface Loop extends Stretch {
  readonly of: Letter
}

export type LengthsMs = Readonly<Record<Letter, number>>

/** The passage between two moments, in either order, within the take and not too short to hear. */
export function loopBetween(of: Letter, oneMs: number, otherMs: number, lengthMs: number): Loop {
  return { of, ...longEnough(Math.min(oneMs, otherMs), Math.max(oneMs, otherMs), lengthMs) }
}

/** Begins here. What ended before now ends with the take. */
export function withStart(stretch: Stretch | null, of: Letter, atMs: number, lengthMs: number) {
  const endMs = stretch && stretch.endMs > atMs ? stretch.endMs : lengthMs
  return loopBetween(of, atMs, endMs, lengthMs)
}

/** Ends here. What began after it now begins with the take. */
export function withEnd(stretch: Stretch | null, of: Letter, atMs: number, lengthMs: number) {
  const startMs = stretch && stretch.startMs < atMs ? stretch.startMs : 0
  return loopBetween(of, startMs, atMs, lengthMs)
}

/** The same passage in either take. */
export function stretchOf(
  loop: Loop,
  letter: Letter,
  anchors: Anchors,
  lengthsMs: LengthsMs,
): Stretch {
  const map = (atMs: number) =>
    letter === loop.of ? atMs : mapMoment(anchors, otherLetter(letter), atMs)
  return longEnough(map(loop.startMs), map(loop.endMs), lengthsMs[letter])
}

function longEnough(startMs: number, endMs: number, lengthMs: number): Stretch {
  const shortestMs = Math.min(SHORTEST_LOOP_MS, lengthMs)
  const start = Math.max(0, Math.min(startMs, lengthMs - shortestMs))
  return { startMs: start, endMs: Math.min(lengthMs, Math.max(endMs, start + shortestMs)) }
}
