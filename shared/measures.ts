import { z } from 'zod'

/*
 * What can be measured of how a take sounds, from its signal alone: no transcript, no score.
 */

/** Raised whenever the same sound would be measured differently: older measures are then made anew. */
export const MEASURES_VERSION = 1

const Ms = z.number().nonnegative()

/** A stretch of the take, in milliseconds from its beginning. */
export const StretchSchema = z.object({ startMs: Ms, endMs: Ms })

export const MeasuresSchema = z.object({
  version: z.number().int().positive(),
  durationMs: Ms,
  /** Null when nobody speaks. */
  timeToFirstWordMs: Ms.nullable(),
  /** In order; shorter silences than a pause belong to them. */
  speech: z.array(StretchSchema),
  /** Silences of SHORTEST_PAUSE_MS (see pauses.ts) and more between the first word and the last. */
  pauses: z.array(StretchSchema),
  /** The length of all speech together. */
  speakingMs: Ms,
  /** Speech as a share of the time from the first to the last of it, 0 to 1; null without speech. */
  speechShare: z.number().min(0).max(1).nullable(),
  /** Pauses of LONG_PAUSE_MS and more. */
  longPauseCount: z.number().int().nonnegative(),
  /** 0 without a pause. */
  longestPauseMs: Ms,
  /** ITU-R BS.1770; null when the take is shorter than 400 ms or never above -70 LUFS. */
  integratedLufs: z.number().nullable(),
  /**
   * Level (RMS) of what is no speech, in dB of full scale, 100 ms away from speech. Where there is
   * no such time: of the quietest twentieth of the take. A digital silence has -120.
   */
  noiseDb: z.number(),
  /** Samples in runs of at least three at full scale, of all channels together. */
  clippedSamples: z.number().int().nonnegative(),
  /** Words a minute from the first word to the last, pauses included, as a band; null without speech. */
  paceWpm: z.object({ low: Ms, high: Ms }).nullable(),
  /** Under -40 LUFS, or nothing that could be measured: the other measures cannot be trusted. */
  tooQuiet: z.boolean(),
})

export type Stretch = z.infer<typeof StretchSchema>
export type Measures = z.infer<typeof MeasuresSchema>

/** The person's own medians over the last measured takes before this one. */
export const UsualSchema = z.object({
  /** Of how many takes; USUAL_FROM_TAKES to USUAL_OF_TAKES (see shared/defaults.ts). */
  takeCount: z.number().int().positive(),
  timeToFirstWordMs: Ms.nullable(),
  longestPauseMs: Ms.nullable(),
  speechShare: z.number().min(0).max(1).nullable(),
  /** Of the middles of the bands. */
  paceWpm: Ms.nullable(),
  integratedLufs: z.number().nullable(),
})

/** How far the measuring of a take is. `impossible`: its sound cannot be read. */
export const MeasuringSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('measuring'), share: z.number().min(0).max(1) }),
  z.object({
    state: z.literal('ready'),
    measures: MeasuresSchema,
    /** Null until there are enough earlier takes to speak of what is usual. */
    usual: UsualSchema.nullable(),
  }),
  z.object({ state: z.literal('impossible') }),
])

export type Usual = z.infer<typeof UsualSchema>
export type Measuring = z.infer<typeof MeasuringSchema>
