import { addDays, type Day } from '../practice/day'

/** A calendar with more entries than these at once is of no use to anybody. */
const MAX_DAYS = 366

/** The date on the calendar, wherever one is, which turns at midnight: an interview is on a date. */
export function calendarDateOf(atMs: number): Day {
  const at = new Date(atMs)
  const padded = (value: number): string => String(value).padStart(2, '0')
  return `${String(at.getFullYear())}-${padded(at.getMonth() + 1)}-${padded(at.getDate())}`
}

/**
 * The days with an entry in the calendar: from today, or from tomorrow when this time is over today,
 * to the day before the interview. On its own day nobody practises any more.
 * @param time `HH:MM`
 */
export function practiceDays({
  nowMs,
  date,
  time,
}: {
  nowMs: number
  date: Day
  time: string
}): Day[] {
  const now = new Date(nowMs)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const isOver = now.getHours() * 60 + now.getMinutes() > hour * 60 + minute
  const days: Day[] = []
  for (
    let day = addDays(calendarDateOf(nowMs), isOver ? 1 : 0);
    day < date && days.length < MAX_DAYS;
    day = addDays(day, 1)
  )
    days.push(day)
  return days
}
