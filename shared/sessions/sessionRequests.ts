/** The part of the contract that is about sessions; see contract.ts. */
import { z } from 'zod'
import { MAX_QUESTIONS } from '../defaults'
import { MockCountSchema, MockSettingsSchema, MockSourceSchema } from '../mock/mockSettings'
import {
  ListedSessionSchema,
  QuestionIdSchema,
  SessionIdSchema,
  SessionSchema,
  SessionTitleSchema,
  UnfinishedSessionSchema,
} from '../model'
import { PackIdSchema, TagSchema } from '../pack'

const Nothing = z.undefined()
const SessionRef = z.strictObject({ sessionId: SessionIdSchema })

const ChosenIds = z
  .array(QuestionIdSchema)
  .min(1)
  .max(MAX_QUESTIONS)
  .refine((ids) => new Set(ids).size === ids.length, 'A question is chosen twice')

/**
 * What a session is to ask; see SessionKindSchema. Questions are asked in the order given here; those
 * of a mock interview are drawn, so many as are asked for.
 */
export const SessionStartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pack'), packId: PackIdSchema }),
  z.strictObject({ kind: z.literal('shuffled'), packId: PackIdSchema }),
  z.strictObject({
    kind: z.literal('chosen'),
    questionIds: ChosenIds,
    title: SessionTitleSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('one'), questionId: QuestionIdSchema }),
  z.strictObject({ kind: z.literal('today'), questionIds: ChosenIds }),
  z.strictObject({ kind: z.literal('weak'), questionIds: ChosenIds }),
  z.strictObject({ kind: z.literal('tag'), tag: TagSchema, questionIds: ChosenIds }),
  z.strictObject({
    kind: z.literal('mock'),
    from: MockSourceSchema,
    /** As many as there are, where there are fewer. */
    questionCount: MockCountSchema,
    settings: MockSettingsSchema,
  }),
])

export const sessionRequests = {
  /** Begins a session; every other one stays as it is. Chosen questions that are gone are left out. */
  'sessions.start': { input: SessionStartSchema, output: SessionSchema },
  /**
   * The newest session that is not finished and in which there is something to return to: a take,
   * or a question beyond its first one.
   */
  'sessions.unfinished': { input: Nothing, output: UnfinishedSessionSchema.nullable() },
  'sessions.open': { input: SessionRef, output: SessionSchema },
  /** Remembers where the person is, for "Resume session". */
  'sessions.visit': {
    input: SessionRef.extend({ questionId: QuestionIdSchema }),
    output: Nothing,
  },
  /** Ends the session; one without a take is not kept. */
  'sessions.finish': { input: SessionRef, output: Nothing },
  /**
   * Newest first. Each piece of `query` between spaces has to stand in one text: a question, an
   * example answer, or notes.
   */
  'sessions.list': {
    input: z.strictObject({
      query: z.string().max(500),
      /** Only sessions older than this one: the next page. */
      before: SessionIdSchema.nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    output: z.strictObject({
      sessions: z.array(ListedSessionSchema),
      hasMore: z.boolean(),
    }),
  },
  /** The ids of all sessions that are listed without a query, newest first. */
  'sessions.ids': { input: Nothing, output: z.array(SessionIdSchema) },
  /** Shows the system's menu for a session, where the pointer is; answers with what was chosen. */
  'sessions.menu': {
    input: z.strictObject({ isUnfinished: z.boolean() }),
    output: z.enum(['open', 'resume', 'delete']).nullable(),
  },
  /** Hides the session; after UNDO_MS, or when the app quits, it is gone for good. */
  'sessions.delete': { input: SessionRef, output: Nothing },
  'sessions.restore': { input: SessionRef, output: Nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>
