import { isAnswer, type EndedTake } from '../../shared/endedTake'

/**
 * The take of the same question that the shown one is most worth comparing with: the best one, else
 * the one before it, else the next. Undefined when there is none that can be heard, and for a take of
 * a follow-up.
 */
export function takeToCompareWith(
  takes: readonly EndedTake[],
  shown: EndedTake,
): EndedTake | undefined {
  if (shown.state === 'damaged' || !isAnswer(shown)) return undefined
  const others = takes
    .filter(isAnswer)
    .filter(({ id, state }) => id !== shown.id && state === 'ready')
  return (
    others.find(({ isBest }) => isBest) ??
    others.findLast(({ id }) => id < shown.id) ??
    others.find(({ id }) => id > shown.id)
  )
}
