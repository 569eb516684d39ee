import { isAnswer } from '../../shared/endedTake'
import type { Route } from '../app/route'
import type { HeardTake } from './heardTake'

/** A take's id, or the question's example answer. */
export type Comparable = string

export const EXAMPLE: Comparable = 'example'

/** With exactly two takes there is nothing to choose. */
export function firstChoice(takes: readonly HeardTake[]): readonly Comparable[] {
  return takes.length === 2 && takes.every(canBeCompared) ? takes.map(({ take }) => take.id) : []
}

/** In the order of choosing: a third takes the place of the one that was chosen first. */
export function withChoice(chosen: readonly Comparable[], one: Comparable): readonly Comparable[] {
  return chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen.slice(-1), one]
}

/** Where the two chosen ones are compared, the older take first; null until there are two. */
export function comparisonOf(questionId: string, chosen: readonly Comparable[]): Route | null {
  // Ids are in the order of time, and any of them is before the word "example".
  const [takeA, takeB] = chosen.toSorted()
  if (takeA === undefined || takeB === undefined) return null
  return { screen: 'compare', questionId, takeA, takeB }
}

/** It can be heard, and answers the question itself. */
export function canBeCompared({ take }: HeardTake): boolean {
  return take.state === 'ready' && isAnswer(take)
}
