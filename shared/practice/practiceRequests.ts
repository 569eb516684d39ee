/** The part of the contract that is about today's practice; see contract.ts. */
import { z } from 'zod'
import {
  QuestionIdSchema,
  QuestionNameSchema,
  RatingSchema,
  SessionIdSchema,
  TakeIdSchema,
} from '../model'
import { isDay } from './day'

const Nothing = z.undefined()
const Count = z.number().int().nonnegative()
const DurationMs = z.number().nonnegative()
const DayCount = z.number().int().nonnegative()

/** A local calendar day, as in "2026-11-27"; see day.ts. */
export const DaySchema = z.string().refine(isDay, 'The calendar has no such day')

/** Why a question is there today. */
export const PracticeReasonSchema = z.discriminatedUnion('kind', [
  /** They asked it in an interview. */
  z.strictObject({ kind: z.literal('asked') }),
  /** The rating of the last day on which it was rated; `daysAgo` is at least 1. */
  z.strictObject({
    kind: z.literal('rated'),
    rating: RatingSchema,
    day: DaySchema,
    daysAgo: DayCount,
  }),
  /** A line of the outline that was left out at the last take that was ticked. */
  z.strictObject({ kind: z.literal('leftOut'), line: z.string() }),
  z.strictObject({ kind: z.literal('notSaid'), days: DayCount }),
  z.strictObject({ kind: z.literal('starred') }),
  z.strictObject({ kind: z.literal('new') }),
])

export const TodayQuestionSchema = z.strictObject({
  questionId: QuestionIdSchema,
  ...QuestionNameSchema.omit({ id: true }).shape,
  packTitle: z.string(),
  /** How much of the evening it is thought to take. */
  costMs: DurationMs,
  reason: PracticeReasonSchema,
  /** It was said since the day began. */
  isSaid: z.boolean(),
  /** It is a weak one, and was said before: three times in shrinking time is offered. */
  isShrinkingOffered: z.boolean(),
})

/**
 * How near the interview is. `learning`: new questions are still begun. `lastDays`: those that are
 * known are made sure of. On the day before and on the day itself there are three to say.
 */
export const PracticePhaseSchema = z.enum([
  'noDate',
  'learning',
  'lastDays',
  'dayBefore',
  'interviewDay',
])

export const TodaySchema = z.strictObject({
  /** The day of practice that it is now. */
  day: DaySchema,
  /** When the next day begins, and this is out of date. */
  endsAtMs: z.number().int(),
  /** What the evening has time for. */
  minutes: z.number().int().positive(),
  /** The nearest one that is not past. */
  interview: z.strictObject({ date: DaySchema, daysLeft: DayCount }).nullable(),
  phase: PracticePhaseSchema,
  /**
   * `open`: something is still to be said. `done`: all of it was. `nothingDue`: there is nothing for
   * today, or all of it was put off. `noQuestions`: there is nothing to practise at all.
   */
  state: z.enum(['open', 'done', 'nothingDue', 'noQuestions']),
  /** In the order in which they are to be said; those that were said stay where they are. */
  questions: z.array(TodayQuestionSchema),
  /** The cost of those that are still to be said. */
  remainingMs: DurationMs,
  /** Questions of today that were put off till tomorrow. */
  putOffCount: Count,
  /** What was spoken since the day began, also to questions that are not on the list. */
  done: z.strictObject({ questionCount: Count, takeCount: Count, spokenMs: DurationMs }),
  /** Once nothing is left for today: the next day on which there is something to say, if there is one. */
  next: z.strictObject({ day: DaySchema, questionCount: Count }).nullable(),
  /** Once nothing is left for today: for who would like one more, if there is one. */
  oneMore: TodayQuestionSchema.nullable(),
})

/** A take that was kept as best, to be heard before an interview. */
export const BestTakeSchema = z.strictObject({
  takeId: TakeIdSchema,
  sessionId: SessionIdSchema,
  questionId: QuestionIdSchema,
  ...QuestionNameSchema.omit({ id: true }).shape,
  durationMs: DurationMs,
})

export const practiceRequests = {
  /** What to practise today. The same all day long, but for what was said, put off or changed by hand. */
  'practice.today': { input: Nothing, output: TodaySchema },
  /** "Not today": leaves the question out until the next day, or brings it back. */
  'practice.putOff': {
    input: z.strictObject({ questionId: QuestionIdSchema, isPutOff: z.boolean() }),
    output: Nothing,
  },
  /** Of each question that one practises for the newest take that was kept as best. */
  'practice.bestTakes': { input: Nothing, output: z.array(BestTakeSchema) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type PracticeReason = z.infer<typeof PracticeReasonSchema>
export type PracticePhase = z.infer<typeof PracticePhaseSchema>
export type TodayQuestion = z.infer<typeof TodayQuestionSchema>
export type Today = z.infer<typeof TodaySchema>
export type BestTake = z.infer<typeof BestTakeSchema>
