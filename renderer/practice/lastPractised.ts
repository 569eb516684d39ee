import { daysAgo } from '../lib/format'

/** "today", "yesterday", "on Monday" within a week, else "on 16 November", with the year when it is not this one. */
export function dayInWords(atMs: number, nowMs: number = Date.now()): string {
  const day = new Date(atMs)
  const now = new Date(nowMs)
  const days = daysAgo(atMs, nowMs)
  if (days <= 0) return 'today'
  if (days === 1) return 'yesterday'
  if (days < 7) return `on ${day.toLocaleDateString('en-GB', { weekday: 'long' })}`
  const year = day.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const }
  return `on ${day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', ...year })}`
}
