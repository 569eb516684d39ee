import type { Rating } from '../../shared/model'
import { rated, recall } from './memory'
import type { QuestionState } from './questionState'
import { recallIn } from './rules'

/** How an answer that was still known is rated, more or less: of ten, so many. */
const WHEN_KNOWN: readonly { rating: Rating; share: number }[] = [
  { rating: 2, share: 0.25 },
  { rating: 3, share: 0.6 },
  { rating: 4, share: 0.15 },
]

/**
 * By how much it is likelier to be known in so many days when it is said today, for each minute that
 * it takes. One that fails again and again gains little, and so does one that is well known.
 */
function gainOf(state: QuestionState, days: number): number {
  const known = recallIn(state, 0)
  const after = (rating: Rating): number =>
    recall(rated(state.memory, state.saidDaysAgo ?? 0, rating), days)
  const ifKnown = WHEN_KNOWN.reduce((sum, { rating, share }) => sum + share * after(rating), 0)
  const expected = known * ifKnown + (1 - known) * after(1)
  return (expected - recallIn(state, days)) / state.costMs
}

/** No question can gain more than it lacks. */
function mostOf(state: QuestionState, days: number): number {
  return (1 - recallIn(state, days)) / state.costMs
}

/** Looked at together, before it is asked whether the rest can matter. */
const AT_ONCE = 100

/**
 * Those of which saying them today helps most until then, the best first. To work it out takes a few
 * microseconds for each, so in a large library it is worked out only where it can matter.
 * @param count how many are wanted at most
 */
export function mostHelped(
  states: readonly QuestionState[],
  { days, count }: { days: number; count: number },
): QuestionState[] {
  const byMost = states
    .map((state) => ({ state, most: mostOf(state, days) }))
    .toSorted((one, other) => other.most - one.most)
  let best: { state: QuestionState; gain: number }[] = []
  for (let from = 0; from < byMost.length; from += AT_ONCE) {
    const enough = best.at(count - 1)
    if (enough && (byMost[from]?.most ?? 0) <= enough.gain) break
    const more = byMost
      .slice(from, from + AT_ONCE)
      .map(({ state }) => ({ state, gain: gainOf(state, days) }))
    best = [...best, ...more].toSorted((one, other) => other.gain - one.gain).slice(0, count)
  }
  return best.map(({ state }) => state)
}
