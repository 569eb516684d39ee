import { daysAgo, formatDay, formatWeekday } from '../lib/format'

/** "today", "yesterday", "on Monday" within a week, else "on 16 November", with the year when it is not this one. */
export function dayInWords(atMs: number, nowMs: number = Date.now()): string {
  const days = daysAgo(atMs, nowMs)
  if (days <= 0) return 'today'
  if (days === 1) return 'yesterday'
  return `on ${days < 7 ? formatWeekday(atMs) : formatDay(atMs, nowMs)}`
}
