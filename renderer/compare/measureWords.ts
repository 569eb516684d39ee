import type { Measures } from '../../shared/measures'
import { formatSeconds } from '../lib/format'

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
    say: ({ longestPauseMs }) => (longestPauseMs === 0 ? 'None' : formatSeconds(longestPauseMs)),
  },
  {
    name: 'Speech share',
    say: ({ speechShare }) =>
      speechShare === null ? NO_SPEECH : `${Math.round(speechShare * 100)} %`,
  },
  {
    name: 'Pace, estimated',
    say: ({ paceWpm }) =>
      paceWpm === null
        ? NO_SPEECH
        : `${Math.round(paceWpm.low)} to ${Math.round(paceWpm.high)} words/min`,
  },
  {
    name: 'Loudness',
    say: ({ integratedLufs }) =>
      integratedLufs === null
        ? 'Too quiet to say'
        : `${integratedLufs.toFixed(1).replace('-', '−')} LUFS`,
  },
]
