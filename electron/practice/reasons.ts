import { addDays, type Day } from '../../shared/practice/day'
import type { PracticeReason } from '../../shared/practice/practiceRequests'
import { isForgotten, isNew, isWeak, type QuestionState } from './questionState'

/** Not said for so long: that is reason enough. */
const LONG_DAYS = 7

/**
 * Why the question is there, the most telling first.
 * @param leftOut a line of its outline that was left out the last time; null when none was
 */
export function reasonFor(
  state: QuestionState,
  { day, leftOut }: { day: Day; leftOut: string | null },
): PracticeReason {
  const { memory, saidDaysAgo, isAsked, isStarred } = state
  if (isAsked) return { kind: 'asked' }
  if (isNew(state) || saidDaysAgo === null) return { kind: 'new' }
  if (isForgotten(state)) return ratedReason(state, day)
  if (leftOut !== null) return { kind: 'leftOut', line: leftOut }
  if (isWeak(state) && memory?.ratedDaysAgo === saidDaysAgo) return ratedReason(state, day)
  if (isStarred && saidDaysAgo < LONG_DAYS) return { kind: 'starred' }
  return { kind: 'notSaid', days: saidDaysAgo }
}

function ratedReason({ memory }: QuestionState, day: Day): PracticeReason {
  const daysAgo = memory?.ratedDaysAgo ?? 1
  return { kind: 'rated', rating: memory?.rating ?? 1, day: addDays(day, -daysAgo), daysAgo }
}
