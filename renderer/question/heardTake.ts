import type { EndedTake } from '../../shared/endedTake'
import { isEnded } from '../../shared/endedTake'
import type { QuestionHistory, ReviewedTake } from '../../shared/questionHistory'
import { formatDay, formatTime } from '../lib/format'

/** Where clocks are put back. */
const LONGEST_DAY_MS = 25 * 3_600_000

/** A take of the question that is over, with everything that is known of it. */
export type HeardTake = ReviewedTake & { readonly take: EndedTake }

/** Oldest first. The one that is being recorded is not among them. */
export function heardTakes({ takes }: QuestionHistory): HeardTake[] {
  return takes.filter((one): one is HeardTake => isEnded(one.take))
}

/** "Take 2, 23 November": what tells a take from the others; on a day of several sessions, the time too. */
export function takeNameOf(take: EndedTake, takes: readonly HeardTake[]): string {
  const { number, startedAtMs } = take
  const day = formatDay(startedAtMs)
  const hasNamesake = takes.some(
    ({ take: other }) =>
      other.number === number &&
      other.id !== take.id &&
      Math.abs(other.startedAtMs - startedAtMs) < LONGEST_DAY_MS &&
      formatDay(other.startedAtMs) === day,
  )
  return hasNamesake
    ? `Take ${number}, ${day}, ${formatTime(startedAtMs)}`
    : `Take ${number}, ${day}`
}
