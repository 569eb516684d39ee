import type { Measures, Usual } from '../../shared/measures'
import { missesLength } from '../../shared/mock/answerLength'
import type { Question } from '../../shared/model'
import {
  formatClock,
  formatDifference,
  formatPace,
  formatSeconds,
  formatShare,
} from '../lib/format'

/** Times differ when both hold: a tenth of a second is no difference, and neither are 21 s to 20 s. */
const DIFFERS_BY_MS = 1000
const DIFFERS_TIMES = 1.5
const SHARE_DIFFERS_BY = 0.15
/** Sooner than this nobody has waited for the first word. */
const AT_ONCE_MS = 500
/** A word or two have no pace. */
const PACE_FROM_SPEAKING_MS = 3000
/** The whole band of a pace has to be beyond these, because it is an estimate. */
const SLOW_WPM = 110
const FAST_WPM = 180
/** About a millisecond in all; less than that nobody hears. */
const CLIPPED_FROM_SAMPLES = 48
/** Steady noise this near to the voice is heard as much as the voice is. */
const NOISE_BELOW_VOICE_DB = 15

/** What is worth saying of a take, as two short lines of a fact or two; where there is little room, only the first fact. */
export interface Remarks {
  /** How long it was beside how long it should be, and how quick. */
  readonly first: readonly string[]
  /** How one spoke. */
  readonly second: readonly string[]
}

/**
 * The length is measured against the question, everything else against the person's own usual, not
 * against other people.
 */
export function remarksOn(
  measures: Measures,
  usual: Usual | null,
  target: Question['target'] | null,
): Remarks {
  if (measures.tooQuiet) {
    return { first: ['Too quiet to judge: move closer, or raise the input level'], second: [] }
  }
  if (measures.timeToFirstWordMs === null) {
    return { first: ['No speech was heard in this take'], second: [] }
  }
  const length = target ? [lengthWords(measures.durationMs, target)] : []
  const trouble = soundTrouble(measures)
  // It is wrong with all that was measured of the sound, and has the first place.
  if (trouble) return { first: [trouble], second: length }
  return {
    first: [...length, ...paceWords(measures)],
    second: unusualWords(measures, usual) ?? speakingWords(measures),
  }
}

/** "0:06, 39 s under 0:45" */
export function lengthWords(durationMs: number, target: Question['target']): string {
  const length = formatClock(durationMs)
  const miss = missesLength(durationMs, target)
  if (miss === null) return `${length}, a fitting length`
  const missedMs = miss === 'over' ? target.longestMs : target.shortestMs
  return `${length}, ${formatDifference(durationMs, missedMs)} ${miss} ${formatClock(missedMs)}`
}

function paceWords({ paceWpm, speakingMs }: Measures): string[] {
  if (paceWpm === null || speakingMs < PACE_FROM_SPEAKING_MS) return []
  const pace = `about ${formatPace(paceWpm)} words a minute`
  if (paceWpm.high < SLOW_WPM) return [`Slow, ${pace}`]
  return [paceWpm.low > FAST_WPM ? `Quick, ${pace}` : pace.replace('about', 'About')]
}

function soundTrouble({ clippedSamples, noiseDb, integratedLufs }: Measures): string | null {
  if (clippedSamples >= CLIPPED_FROM_SAMPLES) return 'Too loud in places, it clipped'
  const isNoisy = integratedLufs !== null && integratedLufs - noiseDb < NOISE_BELOW_VOICE_DB
  return isNoisy ? 'Background nearly as loud as you' : null
}

/** The one thing that differs most from the usual; the rest is among all numbers. */
function unusualWords(measures: Measures, usual: Usual | null): string[] | null {
  if (usual === null) return null
  const { timeToFirstWordMs, longestPauseMs, speechShare } = measures
  const [most] = [
    unusualTime(firstWord, afterWords, timeToFirstWordMs, usual.timeToFirstWordMs),
    unusualTime(longestPause, pauseWords, longestPauseMs, usual.longestPauseMs),
    unusualShare(speechShare, usual.speechShare),
  ]
    .filter((remark) => remark !== null)
    .toSorted((one, other) => other.times - one.times)
  return most ? [most.words] : null
}

/** A fact beside the usual, and how many times the larger of the two is the smaller. */
interface Unusual {
  readonly words: string
  readonly times: number
}

/** "First word after 4.2 s, usually after 1.8 s", "Longest pause 6.1 s, usually 2.4 s" */
function unusualTime(
  say: (ms: number) => string,
  sayUsual: (ms: number) => string,
  ms: number | null,
  usualMs: number | null,
): Unusual | null {
  if (ms === null || usualMs === null) return null
  const times = timesApart(ms, usualMs)
  if (Math.abs(ms - usualMs) < DIFFERS_BY_MS || times < DIFFERS_TIMES) return null
  return { words: `${say(ms)}, usually ${sayUsual(usualMs)}`, times }
}

function unusualShare(share: number | null, usual: number | null): Unusual | null {
  if (share === null || usual === null) return null
  if (Math.abs(share - usual) < SHARE_DIFFERS_BY) return null
  return {
    words: `You spoke ${formatShare(share)} of the time, usually ${formatShare(usual)}`,
    times: timesApart(share, usual),
  }
}

function speakingWords({ timeToFirstWordMs, longestPauseMs }: Measures): string[] {
  return [firstWord(timeToFirstWordMs ?? 0), longestPause(longestPauseMs)]
}

function firstWord(ms: number): string {
  return `First word ${afterWords(ms)}`
}

function afterWords(ms: number): string {
  return ms < AT_ONCE_MS ? 'at once' : `after ${formatSeconds(ms)}`
}

function longestPause(ms: number): string {
  return ms === 0 ? 'No pause' : `Longest pause ${pauseWords(ms)}`
}

function pauseWords(ms: number): string {
  return ms === 0 ? 'none' : formatSeconds(ms)
}

/** Next to nothing counts as a little, so that it stays a number. */
function timesApart(one: number, other: number): number {
  return Math.max(one, other) / Math.max(Math.min(one, other), Math.max(one, other) / 50)
}
