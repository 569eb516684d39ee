import {
  RATING_NAMES,
  RUBRIC_ITEMS,
  RUBRIC_QUESTIONS,
  RUBRIC_STEP_NAMES,
} from '../../../shared/defaults'
import { formatClock, formatPace, formatPause, formatSeconds, formatShare } from '../../lib/format'
import type { HeardTake } from '../heardTake'

/** What the axis counts: clock times, short times (both in ms), a share, words a minute, or one of four steps. */
export type Axis = 'clock' | 'seconds' | 'share' | 'pace' | 'steps'

/** One value, or from one to another where it is an estimate. */
export interface ValueSpan {
  readonly low: number
  readonly high: number
}

/** Something about a take that can be followed over time. */
export interface TakeMeasure {
  readonly name: string
  readonly axis: Axis
  /** Null where this take has none. */
  readonly of: (heard: HeardTake) => ValueSpan | null
  readonly words: (span: ValueSpan) => string
  /** The names of the steps 1 to 4. */
  readonly stepNames?: Readonly<Record<number, string>>
}

export const LENGTH: TakeMeasure = {
  name: 'Length',
  axis: 'clock',
  of: ({ take }) => (take.state === 'ready' ? exactly(take.durationMs) : null),
  words: ({ low }) => formatClock(low),
}

export const FIRST_WORD: TakeMeasure = {
  name: 'Time to first word',
  axis: 'seconds',
  of: ({ measures }) => exactly(measures?.timeToFirstWordMs),
  words: ({ low }) => formatSeconds(low),
}

export const LONGEST_PAUSE: TakeMeasure = {
  name: 'Longest pause',
  axis: 'seconds',
  of: ({ measures }) => exactly(measures?.longestPauseMs),
  words: ({ low }) => formatPause(low),
}

export const SPEECH_SHARE: TakeMeasure = {
  name: 'Speech share',
  axis: 'share',
  of: ({ measures }) => exactly(measures?.speechShare),
  words: ({ low }) => formatShare(low),
}

export const PACE: TakeMeasure = {
  name: 'Pace',
  axis: 'pace',
  of: ({ measures }) => measures?.paceWpm ?? null,
  words: (pace) => `${formatPace(pace)} words a minute, estimated`,
}

const RUBRIC: readonly TakeMeasure[] = RUBRIC_ITEMS.map((item) => ({
  name: RUBRIC_QUESTIONS[item],
  axis: 'steps',
  of: ({ rubric }) => exactly(rubric[item]),
  words: ({ low }) => stepName(RUBRIC_STEP_NAMES, low),
  stepNames: RUBRIC_STEP_NAMES,
}))

const RATING: TakeMeasure = {
  name: 'How did it go?',
  axis: 'steps',
  of: ({ take }) => exactly(take.rating),
  words: ({ low }) => stepName(RATING_NAMES, low),
  stepNames: RATING_NAMES,
}

/** In the order in which they are offered: what can be heard, then what was thought of it. */
export const TAKE_MEASURES: readonly TakeMeasure[] = [
  LENGTH,
  FIRST_WORD,
  LONGEST_PAUSE,
  SPEECH_SHARE,
  PACE,
  ...RUBRIC,
  RATING,
]

function exactly(value: number | null | undefined): ValueSpan | null {
  return value === null || value === undefined ? null : { low: value, high: value }
}

function stepName(names: Readonly<Record<number, string>>, step: number): string {
  return names[step] ?? String(step)
}
