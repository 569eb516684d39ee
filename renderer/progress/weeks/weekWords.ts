import type { Week } from '../../../shared/progress/progressRequests'
import { addDays, dayStartMs } from '../../../shared/practice/day'
import {
  count,
  formatAmount,
  formatDay,
  formatMiddlePace,
  formatPause,
  formatSeconds,
  formatShortDay,
} from '../../lib/format'

const MINUTE_MS = 60_000

/** Without those before the first one in which something was said: there is nothing to look back to. */
export function sinceBegun(weeks: readonly Week[]): readonly Week[] {
  const first = weeks.findIndex(({ takeCount }) => takeCount > 0)
  return first < 0 ? weeks.slice(-1) : weeks.slice(first)
}

/** "16 Nov", below its place in a chart. */
export function shortWeek({ day }: Pick<Week, 'day'>): string {
  return formatShortDay(dayStartMs(day))
}

/** "Week of 16 November" */
export function weekName({ day }: Pick<Week, 'day'>): string {
  return `Week of ${formatDay(dayStartMs(day))}`
}

/** "16 to 22 November", "30 November to 6 December" */
export function weekRange({ day }: Pick<Week, 'day'>): string {
  const [first, last] = [day, addDays(day, 6)].map((each) => formatDay(dayStartMs(each)))
  const [date, month] = (first ?? '').split(' ')
  const isOneMonth = month === last?.split(' ')[1]
  return `${isOneMonth ? date : first} to ${last}`
}

/** "38 minutes", cut as lengths are; what is not nothing is said to be less than one. */
export function minutesWords(spokenMs: number): string {
  const minutes = Math.floor(spokenMs / MINUTE_MS)
  if (minutes > 0) return count(minutes, 'minute')
  return spokenMs > 0 ? 'Less than a minute' : 'None'
}

/** The same for a column of numbers: "38", "< 1", "0". */
export function minutesNumber(spokenMs: number): string {
  const minutes = Math.floor(spokenMs / MINUTE_MS)
  if (minutes > 0) return formatAmount(minutes)
  return spokenMs > 0 ? '< 1' : '0'
}

/** One of the three things that are followed from week to week. */
export interface SoundMeasure {
  readonly name: string
  /** For the head of a column. */
  readonly shortName: string
  readonly of: (week: Week) => number | null
  readonly words: (value: number) => string
  /** Said after it, where it stands alone. */
  readonly unit: string
  /** Between which values the axis reaches at least, in the unit of `perUnit`. */
  readonly axis: { readonly low: number; readonly high: number; readonly unit: string }
  /** So much of the value is one of the axis. */
  readonly perUnit: number
}

export const SOUND_MEASURES: readonly SoundMeasure[] = [
  {
    name: 'Time to first word',
    shortName: 'First word',
    of: ({ timeToFirstWordMs }) => timeToFirstWordMs,
    words: formatSeconds,
    unit: '',
    axis: { low: 0, high: 2, unit: ' s' },
    perUnit: 1000,
  },
  {
    name: 'Longest pause',
    shortName: 'Longest pause',
    of: ({ longestPauseMs }) => longestPauseMs,
    words: formatPause,
    unit: '',
    axis: { low: 0, high: 2, unit: ' s' },
    perUnit: 1000,
  },
  {
    name: 'Pace',
    shortName: 'Words a minute',
    of: ({ paceWpm }) => paceWpm,
    words: formatMiddlePace,
    unit: 'words a minute',
    // A pace is read against what is usual for speech, not against silence.
    axis: { low: 100, high: 200, unit: '' },
    perUnit: 1,
  },
]

/** "about 140 words a minute, estimated", where it stands alone. */
export function soundWords({ words, unit }: SoundMeasure, value: number): string {
  return unit === '' ? words(value) : `${words(value)} ${unit}, estimated`
}

/** The middle one; between two, their middle. Null of none. */
export function middleOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).toSorted((one, other) => one - other)
  const [low, high] = [known[Math.ceil(known.length / 2) - 1], known[Math.floor(known.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
