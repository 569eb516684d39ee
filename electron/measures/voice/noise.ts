import type { Span } from '../../../shared/pauses'
import { decibels, quantile } from '../signal/decibels'
import { FRAME_MS } from '../signal/framePower'

/** So near to speech the room still answers. */
const GUARD_MS = 100
/** Less is too little to say how loud it is. */
const ENOUGH_MS = 100
const QUIETEST_SHARE = 0.05

/** The level of everything that is no speech, in dB of full scale. */
export function noiseDb(power: Float32Array, speech: readonly Span[]): number {
  const silence = power.slice()
  for (const { startMs, endMs } of speech) {
    silence.fill(NaN, Math.max(0, (startMs - GUARD_MS) / FRAME_MS), (endMs + GUARD_MS) / FRAME_MS)
  }
  const frames = silence.filter((value) => !Number.isNaN(value))
  if (frames.length * FRAME_MS < ENOUGH_MS) {
    return quantile(power.map(decibels), QUIETEST_SHARE)
  }
  return decibels(frames.reduce((sum, value) => sum + value, 0) / frames.length)
}
