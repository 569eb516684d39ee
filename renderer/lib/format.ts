const DAY_MS = 86_400_000

// Spelled out: asking Intl for them costs more than all else in a row of a list.
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/*
 * How every number is said. Times and lengths are cut, never rounded up: a clock that runs does so,
 * and what it showed last must not be another length a moment later, or in another place. So a
 * pause of 1.96 s is "1.9 s", and none of the long ones, which begin at two. What is measured and
 * is no time (a share, a level, a pace, a size) is rounded to the nearest step.
 */

/** Whole steps that have passed. Times come as fractions, in which 0.3 s can be 299.999 999 ms. */
function cut(ms: number, stepMs: number): number {
  return Math.max(0, Math.floor(ms / stepMs + 1e-6))
}

/** To the nearest step. */
function rounded(value: number, step: number): number {
  return Math.round(value / step) * step
}

/** Every length and every position, wherever it is shown: 94 000 ms as "1:34", an hour and more as "1:02:05". */
export function formatClock(durationMs: number): string {
  const seconds = cut(durationMs, 1000)
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const rest = String(seconds % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

/** The same to a tenth of a second: "1:34.2". */
export function formatTenths(atMs: number): string {
  return `${formatClock(atMs)}.${cut(atMs, 100) % 10}`
}

/** Short stretches, to the tenth that an ear can tell: "0.3 s", "4.2 s", and from a minute on "1:05". */
export function formatSeconds(durationMs: number): string {
  const tenths = cut(durationMs, 100)
  return tenths < 600 ? `${(tenths / 10).toFixed(1)} s` : formatClock(durationMs)
}

/** The longest of the pauses: "0.4 s", or that there was none. */
export function formatPause(durationMs: number): string {
  return durationMs === 0 ? 'None' : formatSeconds(durationMs)
}

/**
 * By how much one length misses another, from what both show, so that it adds up on the screen:
 * "39 s" between 0:06 and 0:45, and from a minute on "1:20".
 */
export function formatDifference(oneMs: number, otherMs: number): string {
  const seconds = Math.abs(cut(oneMs, 1000) - cut(otherMs, 1000))
  return seconds < 60 ? `${seconds} s` : formatClock(seconds * 1000)
}

/** After "about", where nobody knows it better: "4 seconds", from a minute and a half on "2 minutes". */
export function formatRoughly(durationMs: number): string {
  const seconds = Math.max(1, Math.round(durationMs / 1000))
  return seconds < 90 ? count(seconds, 'second') : count(Math.round(seconds / 60), 'minute')
}

/** Minutes that are still there: "less than a minute", "about 4 minutes", from five on in steps of five. */
export function formatMinutesLeft(leftMs: number): string {
  const minutes = cut(leftMs, 60_000)
  if (minutes === 0) return 'less than a minute'
  return `about ${count(minutes < 5 ? minutes : minutes - (minutes % 5), 'minute')}`
}

/** 0.617 as "62 %". */
export function formatShare(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** "2.5 dB", "−16.3 LUFS": with a true minus sign, which is as wide as a digit. */
export function formatLevel(level: number, unit: 'dB' | 'dBFS' | 'LUFS'): string {
  return `${level
    .toFixed(1)
    .replace(/^-0\.0$/, '0.0')
    .replace('-', '−')} ${unit}`
}

/** "95 to 120" words a minute: to the next five, as an estimate deserves. */
export function formatPace({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${rounded(low, 5)} to ${rounded(high, 5)}`
}

/** One pace in the middle of such estimates: "about 110". */
export function formatMiddlePace(wpm: number): string {
  return `about ${rounded(wpm, 5)}`
}

/** How much longer one thing is than another: "12 times". */
export function formatTimes(times: number): string {
  return `${Math.round(times)} times`
}

/** "Today, 19:30", "Yesterday, 08:05", "Monday, 16 November, 19:30"; with the year when it is not this one. */
export function formatMoment(atMs: number, nowMs: number = Date.now()): string {
  const moment = new Date(atMs)
  const time = formatTime(atMs)
  const days = daysAgo(atMs, nowMs)
  if (days === 0) return `Today, ${time}`
  if (days === 1) return `Yesterday, ${time}`
  const day = `${formatWeekday(atMs)}, ${moment.getDate()} ${MONTHS[moment.getMonth()]}`
  const isThisYear = moment.getFullYear() === new Date(nowMs).getFullYear()
  return `${day}${isThisYear ? '' : ` ${moment.getFullYear()}`}, ${time}`
}

/** "Monday" */
export function formatWeekday(atMs: number): string {
  return WEEKDAYS[new Date(atMs).getDay()] ?? ''
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

/** "1 question", "3 questions", "10,000 questions". */
export function count(amount: number, one: string, many: string = `${one}s`): string {
  return `${formatAmount(amount)} ${amount === 1 ? one : many}`
}

/** A whole number, with its thousands apart: "10,000". */
export function formatAmount(amount: number): string {
  return String(amount).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
