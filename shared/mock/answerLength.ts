import type { Question } from '../model'

/** An answer of 2:05 to a question of 1:00 to 2:00 has the right length. */
const LENGTH_TOLERANCE = 0.1

/** Whether an answer is longer or shorter than its question wants; null when its length fits. */
export function missesLength(
  durationMs: number,
  { shortestMs, longestMs }: Question['target'],
): 'over' | 'under' | null {
  if (durationMs > longestMs * (1 + LENGTH_TOLERANCE)) return 'over'
  return durationMs < shortestMs * (1 - LENGTH_TOLERANCE) ? 'under' : null
}
