import type { Measures, Usual } from '../../shared/measures'
import type { Question } from '../../shared/model'
import { formatClock, formatPace, formatSeconds, formatShare } from '../lib/format'

/** More than this many at once nobody takes to the next take. */
export const MOST_REMARKS = 3

/** Times differ when both hold: a tenth of a second is no difference, and neither are 21 s to 20 s. */
const DIFFERS_BY_MS = 1000
const DIFFERS_TIMES = 1.5
const SHARE_DIFFERS_BY = 0.15
/** An answer of 2:05 to a question of 1:00 to 2:00 has the right length. */
const LENGTH_TOLERANCE = 0.1
/** A word or two have no pace. */
const PACE_FROM_SPEAKING_MS = 3000
/** The whole band of a pace has to be beyond these, because it is an estimate. */
const SLOW_WPM = 110
const FAST_WPM = 180
/** About a millisecond in all; less than that nobody hears. */
const CLIPPED_FROM_SAMPLES = 48
/** Steady noise this near to the voice is heard as much as the voice is. */
const NOISE_BELOW_VOICE_DB = 15

/** A sentence, and how much it matters beside the others. */
interface Remark {
  readonly words: string
  readonly weight: number
}

/** Before everything else: what is wrong with the sound is wrong with all that was measured of it. */
const SOUND_WEIGHT = 100

/**
 * What is worth saying of a take, in at most three sentences, the most different first. It is
 * measured against the person's own usual, not against other people.
 */
export function remarksOn(
  measures: Measures,
  usual: Usual | null,
  target: Question['target'] | null,
): readonly string[] {
  if (measures.tooQuiet) {
    return ['Too quiet to judge. Move closer to the microphone, or raise the input level.']
  }
  if (measures.timeToFirstWordMs === null) return ['No speech was heard in this take.']

  const remarks = [
    ...soundRemarks(measures),
    ...usualRemarks(measures, usual),
    target && lengthRemark(measures.durationMs, target),
    measures.speakingMs < PACE_FROM_SPEAKING_MS ? null : paceRemark(measures.paceWpm),
  ]
    .filter((remark) => remark !== null)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ words }) => words)

  if (usual === null) return [plainFacts(measures), ...remarks].slice(0, MOST_REMARKS)
  return remarks.length === 0 ? ['Much like your usual.'] : remarks.slice(0, MOST_REMARKS)
}

function soundRemarks({ clippedSamples, noiseDb, integratedLufs }: Measures): (Remark | null)[] {
  const isClipped = clippedSamples >= CLIPPED_FROM_SAMPLES
  const isNoisy =
    noiseDb !== null && integratedLufs !== null && integratedLufs - noiseDb < NOISE_BELOW_VOICE_DB
  return [
    isClipped
      ? {
          words: 'Some words were too loud for the microphone: it clipped.',
          weight: SOUND_WEIGHT + 1,
        }
      : null,
    isNoisy
      ? {
          words: 'The background was nearly as loud as your voice.',
          weight: SOUND_WEIGHT,
        }
      : null,
  ]
}

function usualRemarks(measures: Measures, usual: Usual | null): (Remark | null)[] {
  if (usual === null) return []
  const { timeToFirstWordMs, longestPauseMs, speechShare } = measures
  return [
    timeRemark('You started speaking after', timeToFirstWordMs, usual.timeToFirstWordMs),
    timeRemark('Your longest pause was', longestPauseMs, usual.longestPauseMs),
    shareRemark(speechShare, usual.speechShare),
  ]
}

/** "You started speaking after 4.2 s. Your usual is 1.8 s." */
function timeRemark(what: string, ms: number | null, usualMs: number | null): Remark | null {
  if (ms === null || usualMs === null) return null
  const times = timesApart(ms, usualMs)
  if (Math.abs(ms - usualMs) < DIFFERS_BY_MS || times < DIFFERS_TIMES) return null
  return {
    words: `${what} ${formatSeconds(ms)}. Your usual is ${formatSeconds(usualMs)}.`,
    weight: times,
  }
}

function shareRemark(share: number | null, usual: number | null): Remark | null {
  if (share === null || usual === null) return null
  if (Math.abs(share - usual) < SHARE_DIFFERS_BY) return null
  return {
    words: `You spoke for ${formatShare(share)} of your answer. Your usual is ${formatShare(usual)}.`,
    weight: timesApart(share, usual),
  }
}

function lengthRemark(durationMs: number, target: Question['target']): Remark | null {
  const { shortestMs, longestMs } = target
  const span = `the ${formatClock(shortestMs)} to ${formatClock(longestMs)} of this question`
  if (durationMs > longestMs * (1 + LENGTH_TOLERANCE)) {
    return {
      words: `${formatClock(durationMs)}, longer than ${span}.`,
      weight: timesApart(durationMs, longestMs),
    }
  }
  if (durationMs < shortestMs * (1 - LENGTH_TOLERANCE)) {
    return {
      words: `${formatClock(durationMs)}, shorter than ${span}.`,
      weight: timesApart(durationMs, shortestMs),
    }
  }
  return null
}

function paceRemark(pace: Measures['paceWpm']): Remark | null {
  if (pace === null) return null
  if (pace.high < SLOW_WPM) {
    return { words: `A slow pace: ${paceWords(pace)}.`, weight: timesApart(pace.high, SLOW_WPM) }
  }
  if (pace.low > FAST_WPM) {
    return { words: `A quick pace: ${paceWords(pace)}.`, weight: timesApart(pace.low, FAST_WPM) }
  }
  return null
}

function paceWords(pace: NonNullable<Measures['paceWpm']>): string {
  return `about ${formatPace(pace)} words a minute, estimated`
}

/** What there is to say before anything is usual. */
function plainFacts({ timeToFirstWordMs, speakingMs, longestPauseMs }: Measures): string {
  const started = `You started after ${formatSeconds(timeToFirstWordMs ?? 0)}`
  const spoke = `spoke for ${speakingMs < 1000 ? formatSeconds(speakingMs) : formatClock(speakingMs)}`
  return longestPauseMs === 0
    ? `${started} and ${spoke} without a pause.`
    : `${started}, ${spoke} and paused longest for ${formatSeconds(longestPauseMs)}.`
}

/** How many times the larger is the smaller; next to nothing counts as a little, so that it stays a number. */
function timesApart(one: number, other: number): number {
  return Math.max(one, other) / Math.max(Math.min(one, other), Math.max(one, other) / 50)
}
