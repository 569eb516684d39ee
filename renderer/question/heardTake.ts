import type { EndedTake } from '../../shared/endedTake'
import { isEnded } from '../../shared/endedTake'
import type { QuestionHistory, ReviewedTake } from '../../shared/questionHistory'
import { formatDay } from '../lib/format'

/** A take of the question that is over, with everything that is known of it. */
export type HeardTake = ReviewedTake & { readonly take: EndedTake }

/** Oldest first. The one that is being recorded is not among them. */
export function heardTakes({ takes }: QuestionHistory): HeardTake[] {
  return takes.filter((one): one is HeardTake => isEnded(one.take))
}

/** "Take 2, 23 November": what tells a take from those of other days. */
export function takeNameOf({ number, startedAtMs }: EndedTake): string {
  return `Take ${number}, ${formatDay(startedAtMs)}`
}
