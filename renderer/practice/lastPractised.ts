const DAY_MS = 86_400_000

/** "today", "yesterday", "on Monday" within a week, else "on 16 November", with the year when it is not this one. */
export function dayInWords(atMs: number, nowMs: number = Date.now()): string {
  const day = new Date(atMs)
  const now = new Date(nowMs)
  const daysAgo = Math.round((startOfDay(now) - startOfDay(day)) / DAY_MS)
  if (daysAgo <= 0) return 'today'
  if (daysAgo === 1) return 'yesterday'
  if (daysAgo < 7) return `on ${day.toLocaleDateString('en-GB', { weekday: 'long' })}`
  const year = day.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const }
  return `on ${day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', ...year })}`
}

/** A new date, so that days of 23 and 25 hours count as days too. */
function startOfDay(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime()
}
