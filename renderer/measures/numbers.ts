import type { Measures, Usual } from '../../shared/measures'
import type { Question } from '../../shared/model'
import {
  formatClock,
  formatLevel,
  formatMiddlePace,
  formatPace,
  formatPause,
  formatSeconds,
  formatShare,
} from '../lib/format'

/** One row of all numbers; null where there is no such value. */
export interface MeasuredNumber {
  readonly name: string
  /** In a line or two: what it is, and where its norm comes from, if there is one. */
  readonly meaning: string
  readonly here: string | null
  readonly usual: string | null
}

/**
 * Everything that was measured, in words. A norm without a source that can be named is called our
 * own, or is left out.
 */
export function numbersOf(
  measures: Measures,
  usual: Usual | null,
  target: Question['target'] | null,
): MeasuredNumber[] {
  const pace = measures.paceWpm
  return [
    {
      name: 'Length',
      meaning: target
        ? `This question: ${formatClock(target.shortestMs)} to ${formatClock(target.longestMs)}, as its pack says.`
        : 'Of the whole recording.',
      here: formatClock(measures.durationMs),
      usual: null,
    },
    {
      name: 'Time to first word',
      meaning: 'From Record until you speak.',
      here: inWords(measures.timeToFirstWordMs, formatSeconds),
      usual: inWords(usual?.timeToFirstWordMs, formatSeconds),
    },
    {
      name: 'Speaking time',
      meaning: 'All speech together, without the pauses.',
      here: formatClock(measures.speakingMs),
      usual: null,
    },
    {
      name: 'Speech share',
      meaning: 'How much of the time from your first to your last word is speech.',
      here: inWords(measures.speechShare, formatShare),
      usual: inWords(usual?.speechShare, formatShare),
    },
    {
      name: 'Pauses',
      meaning:
        'Silences of 0.25 s and more between words, a threshold of Goldman-Eisler (1968). Any threshold hides some pauses (Campione and Véronis 2002).',
      here: String(measures.pauses.length),
      usual: null,
    },
    {
      name: 'Long pauses',
      meaning: 'Of 2 s and more: our own convention, not a norm.',
      here: String(measures.longPauseCount),
      usual: null,
    },
    {
      name: 'Longest pause',
      meaning: 'Between two words. Time to think is no fault.',
      here: formatPause(measures.longestPauseMs),
      usual: inWords(usual?.longestPauseMs, formatPause),
    },
    {
      name: 'Pace',
      meaning:
        'Words a minute, estimated from syllables, so a range. Guides to public speaking often name 120 to 160; we mention it only when all of it is below 110 or above 180.',
      here: pace && formatPace(pace),
      usual: inWords(usual?.paceWpm, formatMiddlePace),
    },
    {
      name: 'Loudness',
      meaning: 'Gated loudness after ITU-R BS.1770. Nearer to 0 is louder.',
      here: inWords(measures.integratedLufs, (lufs) => formatLevel(lufs, 'LUFS')),
      usual: inWords(usual?.integratedLufs, (lufs) => formatLevel(lufs, 'LUFS')),
    },
    {
      name: 'Background noise',
      meaning: 'Level (RMS) of what is not speech. Further below 0 is quieter.',
      here: inWords(measures.noiseDb, (db) => formatLevel(db, 'dBFS')),
      usual: null,
    },
    {
      name: 'Clipped samples',
      meaning: 'Three and more in a row at the top of the scale: there the sound was cut off.',
      here: String(measures.clippedSamples),
      usual: null,
    },
  ]
}

function inWords(value: number | null | undefined, format: (value: number) => string) {
  return value === null || value === undefined ? null : format(value)
}
