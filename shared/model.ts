import { z } from 'zod'
import { MAX_NOTES_CHARACTERS, MAX_TITLE_CHARACTERS } from './defaults'
import { MockChoicesSchema, MockSettingsSchema } from './mock/mockSettings'
import { ExampleAnswerSchema, LanguageSchema, PackIdSchema } from './pack'
import { MAX_PRACTICE_MINUTES, MIN_PRACTICE_MINUTES } from './practice/evening'
import { PracticeScopeSchema } from './practice/scope'

/** Ids of sessions and takes: UUIDv7, so that their order is the order of time. */
export const IdSchema = z.uuidv7()
export const SessionIdSchema = IdSchema
export const TakeIdSchema = IdSchema

/** `<pack id>/<question id>`, as in `backend-developer/development-experience`. */
export const QuestionIdSchema = z
  .string()
  .max(170)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)

/** Milliseconds since 1970 in UTC. */
const AtMs = z.number().int().nonnegative()
const DurationMs = z.number().nonnegative()

/** How did it go: 1 Again, 2 Hard, 3 Good, 4 Easy. */
export const RatingSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

export const QuestionSchema = z.object({
  id: QuestionIdSchema,
  question: z.string(),
  /** What it is called where the whole of it does not fit; null when it has no other name. */
  shortTitle: z.string().nullable(),
  /** Empty when nobody has said. */
  whyTheyAsk: z.string(),
  /** May be none: a question of one's own has none at first. */
  exampleAnswers: z.array(ExampleAnswerSchema),
  talkingPoints: z.array(z.string()),
  pitfalls: z.array(z.string()),
  /** What may be asked next, once it is answered. */
  followUps: z.array(z.string()),
  /** Key words to speak from, in the order of the answer. */
  outline: z.array(z.string()),
  tags: z.array(z.string()),
  /** In which it is asked and its examples are written, as in BCP 47. */
  language: z.string(),
  target: z.object({ shortestMs: DurationMs, longestMs: DurationMs }),
})

/** As much of a question as a list says. */
export const QuestionNameSchema = QuestionSchema.pick({
  id: true,
  question: true,
  shortTitle: true,
  language: true,
})

const takeFields = {
  id: TakeIdSchema,
  sessionId: SessionIdSchema,
  questionId: QuestionIdSchema,
  /**
   * The follow-up that it answers, in the words in which it was asked; empty when it answers the
   * question itself. Such a take is no best one, and counts for nothing that is said of the question.
   */
  followUp: z.string(),
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

/**
 * Every question of a pack in order, or in random order; questions that somebody chose; a single
 * one; those that were planned for a day; weak ones; those with a tag; a mock interview.
 */
export const SessionKindSchema = z.enum([
  'pack',
  'shuffled',
  'chosen',
  'one',
  'today',
  'weak',
  'tag',
  'mock',
])
export const SessionTitleSchema = z.string().trim().min(1).max(MAX_TITLE_CHARACTERS)
/** What a session does in the way of its kind; a kind that has no way of its own has nothing here. */
export const SessionSettingsSchema = z.strictObject({ mock: MockSettingsSchema.optional() })

/** A session is a titled list of questions. */
export const SessionSummarySchema = z.object({
  id: SessionIdSchema,
  kind: SessionKindSchema,
  title: z.string(),
  /** Where all its questions come from; null when they come from several packs. */
  packId: PackIdSchema.nullable(),
  startedAtMs: AtMs,
  finishedAtMs: AtMs.nullable(),
  questionCount: z.number().int(),
  /** Questions of this session with at least one take of their own, not of a follow-up. */
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
  settings: SessionSettingsSchema,
  /** Where the person was last; a resumed session opens there. */
  currentQuestionId: QuestionIdSchema,
  questions: z.array(SessionQuestionSchema).min(1),
})

/** It comes with the app, the person has made it, or it was brought from elsewhere. */
export const PackKindSchema = z.enum(['built-in', 'own', 'imported'])

export const PackSummarySchema = z.object({
  id: PackIdSchema,
  kind: PackKindSchema,
  title: z.string(),
  description: z.string(),
  language: z.string(),
  /** Those that a session would ask. */
  questionCount: z.number().int(),
  /** The newest session of this pack in which a question was answered; the counts are the session's own. */
  lastPractised: z
    .object({ atMs: AtMs, answeredCount: z.number().int(), questionCount: z.number().int() })
    .nullable(),
})

/** The session that "Resume session" opens, and where in it one stopped. */
export const UnfinishedSessionSchema = SessionSummarySchema.pick({
  id: true,
  kind: true,
  title: true,
  packId: true,
  questionCount: true,
}).extend({
  currentPosition: z.number().int(),
  currentQuestion: QuestionNameSchema,
  /** When it was last worked on: the start of its newest take, else its own. */
  lastAtMs: AtMs,
})

/** A session as a search lists it. */
export const ListedSessionSchema = SessionSummarySchema.extend({
  /** Its title, where that tells it from others: null for a whole pack while no other was practised. */
  ownTitle: z.string().nullable(),
  /** Where the query was found in this session; empty without a query. */
  matches: z.array(
    z.strictObject({
      questionId: QuestionIdSchema,
      question: z.string(),
      shortTitle: z.string().nullable(),
      language: z.string(),
      foundIn: z.enum(['question', 'example', 'outline', 'notes']),
      excerpt: z.string(),
    }),
  ),
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
  /** In which language the last list of questions was; null before the first. */
  listLanguage: LanguageSchema.nullable(),
  /** The first-run screen was read. */
  welcomed: z.boolean(),
  /** What one wants to say is in sight before a take and beside it ... */
  showsOutline: z.boolean(),
  /** ... and while one speaks. */
  showsOutlineWhileSpeaking: z.boolean(),
  /** What one practises for; null when nobody has said. */
  practiceScope: PracticeScopeSchema.nullable(),
  /** How much time an evening has for it. */
  practiceMinutes: z.number().int().min(MIN_PRACTICE_MINUTES).max(MAX_PRACTICE_MINUTES),
  /** How the last mock interview was set up. */
  mock: MockChoicesSchema,
})

export type Rating = z.infer<typeof RatingSchema>
export type Question = z.infer<typeof QuestionSchema>
export type QuestionName = z.infer<typeof QuestionNameSchema>
export type Take = z.infer<typeof TakeSchema>
export type SessionSummary = z.infer<typeof SessionSummarySchema>
export type SessionQuestion = z.infer<typeof SessionQuestionSchema>
export type SessionKind = z.infer<typeof SessionKindSchema>
export type SessionSettings = z.infer<typeof SessionSettingsSchema>
export type UnfinishedSession = z.infer<typeof UnfinishedSessionSchema>
export type Session = z.infer<typeof SessionSchema>
export type PackKind = z.infer<typeof PackKindSchema>
export type PackSummary = z.infer<typeof PackSummarySchema>
export type Processing = z.infer<typeof ProcessingSchema>
export type Settings = z.infer<typeof SettingsSchema>
