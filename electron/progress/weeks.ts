import { addDays, dayOf, daysBetween, dayStartMs, type Day } from '../../shared/practice/day'

/** So many weeks are looked back on, this one included. */
export const WEEK_COUNT = 12
/** So many days of each question. */
export const DAY_COUNT = 14

const DAYS_PER_WEEK = 7
/** Any Monday. */
const A_MONDAY: Day = '2024-01-01'

/** From one moment to another, which is no part of it any more. */
export interface Span {
  fromMs: number
  toMs: number
}

export interface WeekSpan extends Span {
  /** Its Monday. */
  day: Day
}

/** The Monday of the week in which the day is. */
export function mondayOf(day: Day): Day {
  const sinceMonday = daysBetween(A_MONDAY, day) % DAYS_PER_WEEK
  return addDays(day, -((sinceMonday + DAYS_PER_WEEK) % DAYS_PER_WEEK))
}

/** The last weeks, oldest first, as the clock of this place has them. */
export function lastWeeks(nowMs: number): WeekSpan[] {
  const monday = mondayOf(dayOf(nowMs))
  return Array.from({ length: WEEK_COUNT }, (_, index) => {
    const day = addDays(monday, (index + 1 - WEEK_COUNT) * DAYS_PER_WEEK)
    return { day, fromMs: dayStartMs(day), toMs: dayStartMs(addDays(day, DAYS_PER_WEEK)) }
  })
}

/** When each of the last days began, oldest first, today last. */
export function lastDayStarts(nowMs: number): number[] {
  const today = dayOf(nowMs)
  return Array.from({ length: DAY_COUNT }, (_, index) =>
    dayStartMs(addDays(today, index + 1 - DAY_COUNT)),
  )
}
