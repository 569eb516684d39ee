const DAY_MS = 86_400_000

// Spelled out: asking Intl for them costs more than all else in a row of a list.
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/** 94 000 ms as "1:34", an hour and more as "1:02:05". Whole seconds, rounded down as clocks do. */
export function formatClock(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const rest = String(seconds % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

/** The same to a tenth of a second: "1:34.2". */
export function formatTenths(atMs: number): string {
  return `${formatClock(atMs)}.${Math.floor(Math.max(0, atMs) / 100) % 10}`
}

/** The same length in words for tables and screen readers: "1 min 34 s", "48 s", "1 h 2 min". */
export function formatLength(durationMs: number): string {
  const seconds = Math.round(Math.max(0, durationMs) / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60)
    return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Short stretches, to the tenth that an ear can tell: "0.3 s", "4.2 s", and from a minute on "1:05". */
export function formatSeconds(durationMs: number): string {
  // What would be rounded up to 60.0 s is a minute already.
  return durationMs < 59_950 ? `${(durationMs / 1000).toFixed(1)} s` : formatClock(durationMs)
}

/** 0.617 as "62 %". */
export function formatShare(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** "Today, 19:30", "Yesterday, 08:05", "Monday, 16 November, 19:30"; with the year when it is not this one. */
export function formatMoment(atMs: number, nowMs: number = Date.now()): string {
  const moment = new Date(atMs)
  const time = formatTime(atMs)
  const days = daysAgo(atMs, nowMs)
  if (days === 0) return `Today, ${time}`
  if (days === 1) return `Yesterday, ${time}`
  const day = `${WEEKDAYS[moment.getDay()]}, ${moment.getDate()} ${MONTHS[moment.getMonth()]}`
  const isThisYear = moment.getFullYear() === new Date(nowMs).getFullYear()
  return `${day}${isThisYear ? '' : ` ${moment.getFullYear()}`}, ${time}`
}

/** "23 November"; with the year when it is not this one. */
export function formatDay(atMs: number, nowMs: number = Date.now()): string {
  const day = new Date(atMs)
  const isThisYear = day.getFullYear() === new Date(nowMs).getFullYear()
  const words = `${day.getDate()} ${MONTHS[day.getMonth()]}`
  return isThisYear ? words : `${words} ${day.getFullYear()}`
}

/** The same for narrow columns and axes: "23 Nov", "23 Nov 2025". */
export function formatShortDay(atMs: number, nowMs: number = Date.now()): string {
  return formatDay(atMs, nowMs).replace(/[A-Z]\w+/, (month) => month.slice(0, 3))
}

/** "18:30" */
export function formatTime(atMs: number): string {
  const moment = new Date(atMs)
  const [hours, minutes] = [moment.getHours(), moment.getMinutes()]
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** The same within a sentence: "today, 19:30". */
export function formatMomentInside(atMs: number, nowMs: number = Date.now()): string {
  return formatMoment(atMs, nowMs).replace(/^(Today|Yesterday)/, (word) => word.toLowerCase())
}

/** The size of a file as file managers show it, in steps of 1000: "840 B", "212 KB", "1.4 MB". */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** How many midnights ago it was; below 0 when the clock was set back since. */
export function daysAgo(atMs: number, nowMs: number): number {
  // Rounded, because days of 23 and 25 hours count as days too.
  return Math.round((startOfDay(nowMs) - startOfDay(atMs)) / DAY_MS)
}

function startOfDay(atMs: number): number {
  const day = new Date(atMs)
  day.setHours(0, 0, 0, 0)
  return day.getTime()
}

/** "1 question", "3 questions". */
export function count(amount: number, one: string, many: string = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`
}
