import type { Interview } from '../../shared/interviews/interview'
import { daysBetween, type Day } from '../../shared/practice/day'
import { formatAmount, formatDay, formatWeekday } from '../lib/format'

/** "today", "tomorrow", "in 6 days"; "yesterday", "6 days ago". */
export function whenWords(date: Day, today: Day): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday'
  return days > 0 ? `in ${formatAmount(days)} days` : `${formatAmount(-days)} days ago`
}

/** "Thursday, 3 December"; with the year when it is not this one. */
export function dateWords(date: Day, today: Day): string {
  const atMs = noonOf(date)
  return `${formatWeekday(atMs)}, ${formatDay(atMs, noonOf(today))}`
}

/** "3 December" */
export function shortDateWords(date: Day, today: Day): string {
  return formatDay(noonOf(date), noonOf(today))
}

/** As the person calls it. */
export function nameOf({ where }: Pick<Interview, 'where'>): string {
  return where === '' ? 'Interview' : where
}

/** No change of the clock moves noon to another day. */
function noonOf(date: Day): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day, 12).getTime()
}
