import type { Rating } from '../../../../shared/model'
import { rated } from '../../../../electron/practice/memory'
import type { QuestionState } from '../../../../electron/practice/questionState'

const MS_PER_MINUTE = 60_000

/** Never said, four minutes; with these changes. */
export function stateOf(questionId: string, changes: Partial<QuestionState> = {}): QuestionState {
  return {
    questionId,
    costMs: 4 * MS_PER_MINUTE,
    isStarred: false,
    isAsked: false,
    saidDaysAgo: null,
    memory: null,
    ...changes,
  }
}

/** Said and rated once, so many days ago. */
export function ratedState(
  questionId: string,
  rating: Rating,
  daysAgo = 1,
  changes: Partial<QuestionState> = {},
): QuestionState {
  const memory = { ...rated(null, 0, rating), rating, ratedDaysAgo: daysAgo }
  return stateOf(questionId, { saidDaysAgo: daysAgo, memory, ...changes })
}

/** So many that were never said. */
export function newStates(count: number): QuestionState[] {
  return Array.from({ length: count }, (_, index) => stateOf(`new-${String(index + 1)}`))
}

export const idsOf = (states: readonly QuestionState[]) =>
  states.map(({ questionId }) => questionId)
