import { z } from 'zod'
import { MAX_NOTES_CHARACTERS } from './defaults'
import { ExampleAnswerSchema } from './pack'

/** Ids of sessions and takes: UUIDv7, so that their order is the order of time. */
export const IdSchema = z.uuidv7()
export const SessionIdSchema = IdSchema
export const TakeIdSchema = IdSchema

/** `<pack id>/<question id>`, as in `backend-developer/development-experience`. */
export const QuestionIdSchema = z
  .string()
  .max(170)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
export const PackIdSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/)

/** Milliseconds since 1970 in UTC. */
const AtMs = z.number().int().nonnegative()
const DurationMs = z.number().nonnegative()

/** How did it go: 1 Again, 2 Hard, 3 Good, 4 Easy. */
export const RatingSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

export const QuestionSchema = z.object({
  id: QuestionIdSchema,
  question: z.string(),
  whyTheyAsk: z.string(),
  exampleAnswers: z.array(ExampleAnswerSchema),
  talkingPoints: z.array(z.string()),
  pitfalls: z.array(z.string()),
  tags: z.array(z.string()),
  target: z.object({ shortestMs: DurationMs, longestMs: DurationMs }),
})

const takeFields = {
  id: TakeIdSchema,
  sessionId: SessionIdSchema,
  questionId: QuestionIdSchema,
  /** Counts from 1 within one question of one session; a deleted take's number is not used again while it can be brought back. */
  number: z.number().int().positive(),
  startedAtMs: AtMs,
  isBest: z.boolean(),
  rating: RatingSchema.nullable(),
  notes: z.string().max(MAX_NOTES_CHARACTERS),
}

/** A take is being recorded, or can be played, or is kept although its sound cannot be read. */
export const TakeSchema = z.discriminatedUnion('state', [
  z.object({ ...takeFields, state: z.literal('recording') }),
  z.object({ ...takeFields, state: z.literal('ready'), durationMs: DurationMs }),
  z.object({ ...takeFields, state: z.literal('damaged'), durationMs: DurationMs }),
])

export const SessionSummarySchema = z.object({
  id: SessionIdSchema,
  packId: PackIdSchema,
  packTitle: z.string(),
  startedAtMs: AtMs,
  finishedAtMs: AtMs.nullable(),
  questionCount: z.number().int(),
  /** Questions of this session with at least one take. */
  answeredCount: z.number().int(),
  takeCount: z.number().int(),
  /** The length of all its takes together. */
  spokenMs: DurationMs,
})

export const SessionQuestionSchema = QuestionSchema.extend({
  /** Counts from 1. */
  position: z.number().int().positive(),
  takes: z.array(TakeSchema),
})

export const SessionSchema = SessionSummarySchema.extend({
  /** Where the person was last; a resumed session opens there. */
  currentQuestionId: QuestionIdSchema,
  questions: z.array(SessionQuestionSchema).min(1),
})

export const PackSummarySchema = z.object({
  id: PackIdSchema,
  title: z.string(),
  description: z.string(),
  questionCount: z.number().int(),
  /** The newest session with a take in it. */
  lastPractised: z.object({ atMs: AtMs, answeredCount: z.number().int() }).nullable(),
  /** The session that "Resume session" opens. */
  unfinished: z
    .object({
      sessionId: SessionIdSchema,
      answeredCount: z.number().int(),
      currentPosition: z.number().int(),
      currentQuestion: z.string(),
    })
    .nullable(),
})

/** What was changed about the microphone's sound before it was stored. All off by default: a rehearsal should sound like the room it was spoken in. */
export const ProcessingSchema = z.object({
  echoCancellation: z.boolean(),
  noiseSuppression: z.boolean(),
  autoGainControl: z.boolean(),
})

export const SettingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Chromium's id of the chosen microphone; null means the system's default one. */
  microphoneId: z.string().max(500).nullable(),
  processing: ProcessingSchema,
  /** Playback speed, 1 is as spoken. */
  speed: z.number().min(0.75).max(2),
  /** The first-run screen was read. */
  welcomed: z.boolean(),
})

export type Rating = z.infer<typeof RatingSchema>
export type Question = z.infer<typeof QuestionSchema>
export type Take = z.infer<typeof TakeSchema>
export type SessionSummary = z.infer<typeof SessionSummarySchema>
export type SessionQuestion = z.infer<typeof SessionQuestionSchema>
export type Session = z.infer<typeof SessionSchema>
export type PackSummary = z.infer<typeof PackSummarySchema>
export type Processing = z.infer<typeof ProcessingSchema>
export type Settings = z.infer<typeof SettingsSchema>
