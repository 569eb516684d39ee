/*
 * A day of practice is a local calendar day, `YYYY-MM-DD`, that turns at 4 in the morning: who speaks
 * at half past midnight is still at the evening's questions. Days are made from the moment each time,
 * by the clock of the place where one is: a summer time that begins or a flight can make a day
 * shorter or longer, but none is left out and none comes twice while time goes on.
 */

/** A local calendar day. */
export type Day = string

const TURNS_AT_HOUR = 4
const MS_PER_DAY = 24 * 60 * 60 * 1000

/** The day of practice at this moment. */
export function dayOf(atMs: number): Day {
  const at = new Date(atMs)
  const calendarDay = textOf(at.getFullYear(), at.getMonth(), at.getDate())
  return atMs < dayStartMs(calendarDay) ? addDays(calendarDay, -1) : calendarDay
}

/** When a day begins: at 4, or when the clock first shows a time after it. */
export function dayStartMs(day: Day): number {
  const { year, month, date } = partsOf(day)
  return new Date(year, month, date, TURNS_AT_HOUR).getTime()
}

/** How many days `to` is after `from`; less than 0 when it is before it. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcOf(to) - utcOf(from)) / MS_PER_DAY)
}

/** Days as numbers, to reckon with: how many a day is after the first one of 1970. */
export function dayNumberOf(atMs: number): number {
  return daysBetween('1970-01-01', dayOf(atMs))
}

export function addDays(day: Day, count: number): Day {
  const moved = new Date(utcOf(day) + count * MS_PER_DAY)
  return textOf(moved.getUTCFullYear(), moved.getUTCMonth(), moved.getUTCDate())
}

/** Whether the text is a day that the calendar has: not the 30th of February. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text
}

function partsOf(day: Day): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month: month - 1, date }
}

/** The calendar alone, without a clock that may be put forward. */
function utcOf(day: Day): number {
  const { year, month, date } = partsOf(day)
  return Date.UTC(year, month, date)
}

function textOf(year: number, month: number, date: number): Day {
  const padded = (value: number, length: number): string => String(value).padStart(length, '0')
  return `${padded(year, 4)}-${padded(month + 1, 2)}-${padded(date, 2)}`
}
