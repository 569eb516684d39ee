import { daysAgo, formatShortDay } from '../../lib/format'

/** When a question was last said, as short as a column wants it: "Today", "26 Nov", "Never". */
export function saidWords(atMs: number | null, nowMs: number = Date.now()): string {
  if (atMs === null) return 'Never'
  const days = daysAgo(atMs, nowMs)
  if (days === 0) return 'Today'
  return days === 1 ? 'Yesterday' : formatShortDay(atMs, nowMs)
}
