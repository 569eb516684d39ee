import type { Span } from '../../../shared/pauses'
import { decibels, quantile } from '../signal/decibels'
import { FRAME_MS } from '../signal/framePower'

/** Wider than the pulses of a voice, narrower than a syllable: one standard deviation, in frames. */
const SMOOTHING_FRAMES = 1.5
/** Between two nuclei it gets quieter by at least this. */
const DIP_DB = 0.6
/** Nuclei are among the loud moments of what is spoken in one breath. */
const BELOW_LOUD_DB = 20
/** Whatever is quieter is all the same. */
const SILENT_DB = 50

const REACH = Math.ceil(3 * SMOOTHING_FRAMES)
const WEIGHTS = Array.from({ length: 2 * REACH + 1 }, (_, index) =>
  Math.exp(-((index - REACH) ** 2) / (2 * SMOOTHING_FRAMES ** 2)),
)

/**
 * How many nuclei of syllables there are: peaks of the level where vowels are loud, with a dip
 * between each two. The way of De Jong and Wempe ("Praat script to detect syllable nuclei and
 * measure speech rate automatically", Behavior Research Methods, 2009), only that a network says
 * what is speech, so that it does not have to be asked for a pitch.
 */
export function countSyllables(syllablePower: Float32Array, speech: readonly Span[]): number {
  return speech.reduce((sum, { startMs, endMs }) => {
    const levels = syllablePower.slice(startMs / FRAME_MS, endMs / FRAME_MS).map(decibels)
    return sum + countPeaks(levels)
  }, 0)
}

function countPeaks(levels: Float32Array): number {
  const silent = quantile(levels.slice(), 0.95) - SILENT_DB
  const smooth = smoothed(levels.map((level) => Math.max(silent, level)))
  const loud = quantile(smooth.slice(), 0.95) - BELOW_LOUD_DB
  let count = 0
  let rising = true
  let extreme = -Infinity
  for (const level of smooth) {
    if (rising && level < extreme - DIP_DB) {
      if (extreme > loud) count += 1
      rising = false
      extreme = level
    } else if (!rising && level > extreme + DIP_DB) {
      rising = true
      extreme = level
    } else {
      extreme = rising ? Math.max(extreme, level) : Math.min(extreme, level)
    }
  }
  return rising && extreme > loud ? count + 1 : count
}

function smoothed(levels: Float32Array): Float32Array {
  return levels.map((_, index) => {
    let sum = 0
    let weights = 0
    WEIGHTS.forEach((weight, offset) => {
      const level = levels[index + offset - REACH]
      if (level === undefined) return
      sum += weight * level
      weights += weight
    })
    return sum / weights
  })
}
