import type { PracticePhase } from '../../shared/practice/practiceRequests'
import { recall, UNRATED } from './memory'
import { isForgotten, isNew, type QuestionState } from './questionState'

/*
 * The rules of docs/decisions/todays-practice.md as numbers. `npm run simulate` shows what a change
 * of them does.
 */

/** The last new question is begun so many days before the interview. */
export const NEW_UNTIL_DAYS = 3
/** On the day before the interview and on the day itself. */
export const TO_SAY_AT_THE_END = 3
/** So much of an evening at most is for what was forgotten, while others were never said. */
export const FIRST_SHARE = 1 / 4
/** Every question is to be said so many times more after the first before the interview. */
export const TIMES_MORE = 2
/** What is known this surely on the interview's day, without being said again, is left alone until then. */
export const SURE_FROM = 0.985
/** Without a date: so many new ones an evening, or one for each so many minutes of a longer one ... */
export const CALM_NEW = 4
export const MINUTES_FOR_EACH_NEW = 8
/** ... and so much of it at most for what is due, while others were never said. */
export const CALM_DUE_SHARE = 2 / 3

/** A question is due when fewer than this would still know it ... */
const DUE_BELOW = 0.9
/** ... or when it was not said for so long, however well it went: an answer gets rusty. */
export const LONGEST_DAYS = 30

/** @param daysLeft null without an interview; one that is past is none */
export function phaseOf(daysLeft: number | null): PracticePhase {
  if (daysLeft === null || daysLeft < 0) return 'noDate'
  if (daysLeft === 0) return 'interviewDay'
  if (daysLeft === 1) return 'dayBefore'
  return daysLeft < NEW_UNTIL_DAYS ? 'lastDays' : 'learning'
}

/** How likely it is still known in so many days, if it is not said until then. */
export function recallIn({ saidDaysAgo, memory }: QuestionState, days: number): number {
  if (saidDaysAgo === null) return 0
  // Who says it without rating it has it fresh again, but has not learned more.
  return recall(memory ?? UNRATED, saidDaysAgo + days)
}

/** Whether it asks to be said; in so many days, if not today. */
export function isDue(state: QuestionState, days = 0): boolean {
  if (isNew(state)) return false
  return (
    isForgotten(state) ||
    (state.saidDaysAgo ?? 0) + days >= LONGEST_DAYS ||
    recallIn(state, days) < DUE_BELOW
  )
}
