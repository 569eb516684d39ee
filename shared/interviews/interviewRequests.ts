/** The part of the contract that is about interviews; see contract.ts. */
import { z } from 'zod'
import { MAX_QUESTIONS_AT_ONCE } from '../defaults'
import { IdSchema, QuestionIdSchema } from '../model'
import { PracticeScopeSchema } from '../practice/scope'
import { ClockTimeSchema, InterviewDateSchema, InterviewSchema, WhereSchema } from './interview'

const Nothing = z.undefined()
const InterviewRef = z.strictObject({ interviewId: IdSchema })

/** What came of a calendar file that was to be written. */
const SavedCalendarSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('saved'), fileName: z.string(), interview: InterviewSchema }),
  z.strictObject({ state: z.literal('cancelled') }),
  /** No day is left on which one could practise at this time. */
  z.strictObject({ state: z.literal('nothing') }),
  /** The disk is full, or the system did not let the file be written: nothing was. */
  z.strictObject({ state: z.literal('refused'), isDiskFull: z.boolean() }),
])

export const interviewRequests = {
  /** All that are not deleted, the earliest first. */
  'interviews.list': { input: Nothing, output: z.array(InterviewSchema) },
  /** Writes down an interview, with null a new one. */
  'interviews.save': {
    input: z.strictObject({
      interviewId: IdSchema.nullable(),
      where: WhereSchema,
      date: InterviewDateSchema,
      scope: PracticeScopeSchema.nullable(),
    }),
    output: InterviewSchema,
  },
  /** Hides the interview; after UNDO_MS, or when the app quits, it is gone for good. */
  'interviews.remove': { input: InterviewRef, output: Nothing },
  'interviews.restore': { input: InterviewRef, output: Nothing },
  /**
   * Says what they asked, in place of what was said before. These questions get the tag ASKED_TAG;
   * those that nobody asked after all lose it, unless another interview has them.
   */
  'interviews.tell': {
    input: InterviewRef.extend({
      questionIds: z.array(QuestionIdSchema).max(MAX_QUESTIONS_AT_ONCE),
    }),
    output: InterviewSchema,
  },
  /**
   * Asks where to, and writes a calendar file with one entry a day till the interview, at this time.
   * A second file puts its entries in the place of those of the first.
   */
  'interviews.saveCalendar': {
    input: InterviewRef.extend({ time: ClockTimeSchema }),
    output: SavedCalendarSchema,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>
