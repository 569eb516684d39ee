import { z } from 'zod'

/*
 * What can be measured of how a take sounds, from its signal alone: no transcript, no score.
 */

/** Raised whenever the same sound would be measured differently: older measures are then made anew. */
export const MEASURES_VERSION = 1

/** Below this a stretch without speech is no pause but part of speaking. */
export const SHORTEST_PAUSE_MS = 250

/** From here on a pause is called long: our own convention, not a norm. */
export const LONG_PAUSE_MS = 2000

const Ms = z.number().nonnegative()

/** A stretch of the take, in milliseconds from its beginning. */
export const StretchSchema = z.object({ startMs: Ms, endMs: Ms })

export const MeasuresSchema = z.object({
  version: z.number().int().positive(),
  durationMs: Ms,
  /** Null when nobody speaks. */
  timeToFirstWordMs: Ms.nullable(),
  speech: z.array(StretchSchema),
  /** From SHORTEST_PAUSE_MS on, between the first and the last speech. */
  pauses: z.array(StretchSchema),
  /** The length of all speech together. */
  speakingMs: Ms,
  /** Speech as a share of the time from the first to the last of it, 0 to 1; null without speech. */
  speechShare: z.number().min(0).max(1).nullable(),
  /** Pauses of LONG_PAUSE_MS and more. */
  longPauseCount: z.number().int().nonnegative(),
  /** 0 without a pause. */
  longestPauseMs: Ms,
  /** Gated loudness after ITU-R BS.1770; null when all of it is below the gate of -70 LUFS. */
  integratedLufs: z.number().nullable(),
  /** RMS of what is not speech, in dBFS; null when there is none. */
  noiseDb: z.number().nullable(),
  /** Samples at full scale in runs of three and more. */
  clippedSamples: z.number().int().nonnegative(),
  /** Words a minute from the first to the last speech, estimated from syllables; null without speech. */
  paceWpm: z.object({ low: Ms, high: Ms }).nullable(),
  /** The voice is so quiet that the other measures cannot be trusted. */
  tooQuiet: z.boolean(),
})

export type Stretch = z.infer<typeof StretchSchema>
export type Measures = z.infer<typeof MeasuresSchema>
