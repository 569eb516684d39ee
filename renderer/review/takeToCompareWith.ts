import type { EndedTake } from '../../shared/endedTake'

/**
 * The take of the same question that the shown one is most worth comparing with: the best one, else
 * the one before it, else the next. Undefined when there is none that can be heard.
 */
export function takeToCompareWith(
  takes: readonly EndedTake[],
  shown: EndedTake,
): EndedTake | undefined {
  if (shown.state === 'damaged') return undefined
  const others = takes.filter(({ id, state }) => id !== shown.id && state === 'ready')
  return (
    others.find(({ isBest }) => isBest) ??
    others.findLast(({ id }) => id < shown.id) ??
    others.find(({ id }) => id > shown.id)
  )
}
