/** The part of the contract that is about progress; see contract.ts. */
import { z } from 'zod'
import { MAX_QUESTION_ROWS } from '../defaults'
import {
  QuestionIdSchema,
  QuestionNameSchema,
  RatingSchema,
  SessionIdSchema,
  TakeIdSchema,
} from '../model'
import { isDay } from '../practice/day'

const Count = z.number().int().nonnegative()
const Ms = z.number().nonnegative()
const AtMs = z.number().int()
/** As in "2026-11-23"; see shared/practice/day.ts. */
const DaySchema = z.string().refine(isDay, 'The calendar has no such day')

/** How well a question stands: never said, said, said and rated, with a take that is kept as best. */
export const StandingSchema = z.enum(['kept', 'rated', 'said', 'unsaid'])

/** Of one week, from Monday to Sunday, as days turn. */
export const WeekSchema = z.strictObject({
  /** Its Monday. */
  day: DaySchema,
  /** The length of all its takes together, those of follow-ups included. */
  spokenMs: Ms,
  takeCount: Count,
  /** Of the takes that answer a question itself and could be measured well: the medians are theirs. */
  measuredCount: Count,
  timeToFirstWordMs: Ms.nullable(),
  longestPauseMs: Ms.nullable(),
  /** Of the middles of the estimated bands. */
  paceWpm: Ms.nullable(),
})

/** What was said to a question on one day; the rating is that of the best take, else the last rated one. */
export const SaidDaySchema = z.strictObject({
  takeCount: z.number().int().positive(),
  rating: RatingSchema.nullable(),
})

/** One question, and its last days, the last one today. */
export const ProgressRowSchema = z.strictObject({
  ...QuestionNameSchema.shape,
  packTitle: z.string(),
  standing: StandingSchema,
  takeCount: Count,
  lastSaidAtMs: AtMs.nullable(),
  lastRating: RatingSchema.nullable(),
  /** Null for a day on which it was not said. */
  days: z.array(SaidDaySchema.nullable()),
})

export const ProgressSchema = z.strictObject({
  /** The day of practice that it is now. */
  today: DaySchema,
  /** When the next day begins, and this is out of date. */
  endsAtMs: AtMs,
  /** Oldest first, the last one is this week. */
  weeks: z.array(WeekSchema).min(1),
  /** How many questions stand how; of those that one practises for. */
  standings: z.record(StandingSchema, Count),
  /** All of them, those that stand best first. */
  questionIds: z.array(z.string()),
  /** The rows of the first of them. */
  rows: z.array(ProgressRowSchema),
})

/** A session in which something was said in a week. */
export const WeekSessionSchema = z.strictObject({
  sessionId: SessionIdSchema,
  title: z.string(),
  startedAtMs: AtMs,
  /** Of that week alone. */
  takeCount: z.number().int().positive(),
  spokenMs: Ms,
  firstTakeId: TakeIdSchema,
})

export const progressRequests = {
  /** From stored summaries; what has changed since they were made is summed up first. */
  'progress.read': {
    input: z.strictObject({ rowCount: z.number().int().nonnegative().max(MAX_QUESTION_ROWS) }),
    output: ProgressSchema,
  },
  /** The lines of these questions, in this order; what is gone is left out. */
  'progress.rows': {
    input: z.strictObject({ questionIds: z.array(QuestionIdSchema).max(MAX_QUESTION_ROWS) }),
    output: z.array(ProgressRowSchema),
  },
  /** The week that begins on this Monday, and its newest sessions; NOT_FOUND for any other day. */
  'progress.week': {
    input: z.strictObject({ day: DaySchema }),
    output: z.strictObject({
      week: WeekSchema,
      sessions: z.array(WeekSessionSchema),
      /** Of all sessions, also where these are only the newest. */
      sessionCount: Count,
    }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type Standing = z.infer<typeof StandingSchema>
export type Week = z.infer<typeof WeekSchema>
export type SaidDay = z.infer<typeof SaidDaySchema>
export type ProgressRow = z.infer<typeof ProgressRowSchema>
export type Progress = z.infer<typeof ProgressSchema>
export type WeekSession = z.infer<typeof WeekSessionSchema>
