import { framesIn } from '../signal/frames'

/** Shorter sound is a click. */
const CLICK = framesIn(40)

/**
 * Takes clicks and keys away from the levels of frames and leaves every other edge where it is:
 * first the least of four frames, then the most of those (an "opening", in the words of
 * mathematical morphology).
 */
export function withoutClicks(levels: Float32Array): Float32Array {
  const least = levels.map((_, at) => extreme(levels, at, at + CLICK, Math.min))
  return least.map((_, at) => extreme(least, at + 1 - CLICK, at + 1, Math.max))
}

function extreme(
  levels: Float32Array,
  start: number,
  end: number,
  choose: (a: number, b: number) => number,
): number {
  const first = Math.max(0, start)
  let chosen = levels[first]!
  for (let at = first + 1; at < Math.min(end, levels.length); at += 1) {
    chosen = choose(chosen, levels[at]!)
  }
  return chosen
}
