import type { Measures } from '../../shared/measures'
import { formatLevel, formatPace, formatPause, formatSeconds, formatShare } from '../lib/format'

const NO_SPEECH = 'No speech'

interface MeasureRow {
  readonly name: string
  readonly say: (measures: Measures) => string
}

/** What a take is compared by besides its length, as one line each. */
export const MEASURE_ROWS: readonly MeasureRow[] = [
  {
    name: 'Time to first word',
    say: ({ timeToFirstWordMs }) =>
      timeToFirstWordMs === null ? NO_SPEECH : formatSeconds(timeToFirstWordMs),
  },
  {
    name: 'Longest pause',
    say: ({ longestPauseMs }) => formatPause(longestPauseMs),
  },
  {
    name: 'Speech share',
    say: ({ speechShare }) => (speechShare === null ? NO_SPEECH : formatShare(speechShare)),
  },
  {
    name: 'Pace, estimated',
    say: ({ paceWpm }) => (paceWpm === null ? NO_SPEECH : `${formatPace(paceWpm)} words/min`),
  },
  {
    name: 'Loudness',
    say: ({ integratedLufs }) =>
      integratedLufs === null ? 'Too quiet to say' : formatLevel(integratedLufs, 'LUFS'),
  },
]
