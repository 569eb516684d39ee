import { z } from 'zod'

/** Grows whenever the same take would be measured differently, so that it can be measured again. */
export const MEASURES_VERSION = 1

export const SpanSchema = z.object({
  startMs: z.number().nonnegative(),
  endMs: z.number().nonnegative(),
})

/** A band, because the signal alone does not say where words begin and end. */
export const PaceSchema = z.object({ low: z.number().positive(), high: z.number().positive() })

/** How a take sounds, from its signal alone. Times are milliseconds from the take's beginning. */
export const MeasuresSchema = z.object({
  version: z.literal(MEASURES_VERSION),
  durationMs: z.number().nonnegative(),
  /** Null when nobody speaks. */
  timeToFirstWordMs: z.number().nonnegative().nullable(),
  /** Stretches of speech in order; shorter silences than a pause belong to them. */
  speech: z.array(SpanSchema),
  /** Silences of at least 250 ms between the first word and the last. */
  pauses: z.array(SpanSchema),
  /** ITU-R BS.1770; null when the take is shorter than 400 ms or never above -70 LUFS. */
  integratedLufs: z.number().nullable(),
  /**
   * Level (RMS) of what is no speech, in dB of full scale, 100 ms away from speech. Where there is
   * no such time: of the quietest twentieth of the take. A digital silence has -120.
   */
  noiseDb: z.number(),
  /** Samples in runs of at least three at full scale, of all channels together. */
  clippedSamples: z.number().int().nonnegative(),
  /** Words a minute from the first word to the last, pauses included; null when nobody speaks. */
  paceWpm: PaceSchema.nullable(),
  speakingMs: z.number().nonnegative(),
  /** Of the time from the first word to the last, 0 to 1; null when nobody speaks. */
  speechShare: z.number().min(0).max(1).nullable(),
  /** Pauses of at least two seconds. */
  longPauses: z.number().int().nonnegative(),
  longestPauseMs: z.number().nonnegative(),
  /** Nobody would hear it comfortably: under -40 LUFS, or nothing that could be measured. */
  tooQuiet: z.boolean(),
})

export type Measures = z.infer<typeof MeasuresSchema>
export type Pace = z.infer<typeof PaceSchema>
