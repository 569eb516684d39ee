/** The part of the contract that is about packs and questions; see contract.ts. */
import { z } from 'zod'
import {
  MAX_FIELD_CHARACTERS,
  MAX_OUTLINE_LINES,
  MAX_OUTLINE_LINE_CHARACTERS,
  MAX_QUESTIONS,
  MAX_QUESTION_ROWS,
  MAX_QUESTIONS_AT_ONCE,
  MAX_SHORT_TITLE_CHARACTERS,
} from '../defaults'
import {
  PackKindSchema,
  PackSummarySchema,
  QuestionIdSchema,
  QuestionSchema,
  RatingSchema,
  TakeIdSchema,
} from '../model'
import { LanguageSchema, PackIdSchema, TagSchema } from '../pack'
import { QuestionHistorySchema } from '../questionHistory'
import { excerptsRequest } from './questionExcerpt'
import {
  DraftSchema,
  PackTargetSchema,
  QuestionChangesSchema,
  QuestionFieldsSchema,
  QuestionLayerSchema,
} from './questionFields'

const Nothing = z.undefined()
const PackRef = z.strictObject({ packId: PackIdSchema })
const QuestionRef = z.strictObject({ questionId: QuestionIdSchema })
const QuestionIds = z.array(QuestionIdSchema).min(1).max(MAX_QUESTIONS)
const QuestionRefs = z.strictObject({ questionIds: QuestionIds })
/** Each of them is written and searched anew while main waits. */
const SomeQuestionRefs = z.strictObject({
  questionIds: z.array(QuestionIdSchema).min(1).max(MAX_QUESTIONS_AT_ONCE),
})
const Title = z.string().trim().min(1).max(MAX_SHORT_TITLE_CHARACTERS)
const AtMs = z.number().int().nonnegative()
const Count = z.number().int().nonnegative()
/** Whether the takes of what is deleted go too; otherwise they stay in History with the question's words. */
const WithTakes = z.boolean()

/** A list that is brought in is read by a thread: main would be held up by its ten thousand questions. */
const MAX_IMPORT_BYTES = 32 * 1024 * 1024
export const ImportBytesSchema = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array)
  .refine((bytes) => bytes.byteLength <= MAX_IMPORT_BYTES)

export const OutlineTickSchema = z.strictObject({
  line: z.string().max(MAX_OUTLINE_LINE_CHARACTERS),
  isSaid: z.boolean(),
})
export const OutlineTicksSchema = z.array(OutlineTickSchema).max(MAX_OUTLINE_LINES)

/** A question as a line of a list. */
export const QuestionRowSchema = QuestionSchema.pick({
  id: true,
  question: true,
  shortTitle: true,
}).extend({
  packId: PackIdSchema,
  packTitle: z.string(),
  packKind: PackKindSchema,
  /** Those of the question and the person's own, none twice. */
  tags: z.array(z.string()),
  isStarred: z.boolean(),
  isNotForMe: z.boolean(),
  /** Of the takes that answer the question itself. */
  takeCount: Count,
  lastSaidAtMs: AtMs.nullable(),
  /** Of the newest take that has a rating. */
  lastRating: RatingSchema.nullable(),
})

/** Everything that is known of a question but its takes. */
export const QuestionCardSchema = z.strictObject({
  question: QuestionSchema,
  layer: QuestionLayerSchema,
  pack: z.object({ id: PackIdSchema, title: z.string(), kind: PackKindSchema }),
  takeCount: Count,
  /** It or its pack was deleted: it can be looked at, but neither asked nor changed. */
  isDeleted: z.boolean(),
  /** Lines of the outline that the newest take with ticks has left out. */
  leftOut: z.array(z.string()),
  /** It was rated Again or Hard last. */
  isWeak: z.boolean(),
})

export const QuestionFilterSchema = z.enum(['all', 'neverSaid', 'starred', 'weak', 'notForMe'])

export const questionRequests = {
  /** The packs of one's own in their order, then those of the app, with when they were practised. */
  'packs.list': { input: Nothing, output: z.array(PackSummarySchema) },
  'packs.create': {
    input: z.strictObject({ title: Title, language: LanguageSchema.optional() }),
    output: PackRef,
  },
  /** Only packs of one's own can be changed, moved and deleted. */
  'packs.change': {
    input: PackRef.extend({
      title: Title.optional(),
      description: z.string().max(MAX_FIELD_CHARACTERS).optional(),
      language: LanguageSchema.optional(),
    }),
    output: Nothing,
  },
  /** Puts the pack before the other one, with null at the end of one's own. */
  'packs.move': {
    input: PackRef.extend({ beforePackId: PackIdSchema.nullable() }),
    output: Nothing,
  },
  /** Hides the pack and its questions; after UNDO_MS, or when the app quits, they are gone for good. */
  'packs.delete': { input: PackRef.extend({ withTakes: WithTakes }), output: Nothing },
  'packs.restore': { input: PackRef, output: Nothing },

  /**
   * The ids of the questions that fit, in the order of their packs. Each piece of `query` between
   * spaces has to stand somewhere in what is written of a question.
   */
  'questions.list': {
    input: z.strictObject({
      query: z.string().max(500),
      packId: PackIdSchema.nullable(),
      tag: TagSchema.nullable(),
      filter: QuestionFilterSchema,
      /** No more than the first so many. */
      limit: z.number().int().positive().optional(),
      /** The lines of the first so many come with it: one asking less before anything is seen. */
      rowCount: z.number().int().positive().max(MAX_QUESTION_ROWS).optional(),
    }),
    output: z.strictObject({ questionIds: z.array(z.string()), rows: z.array(QuestionRowSchema) }),
  },
  /** The lines of these questions, in this order; one that is gone is left out. */
  'questions.rows': {
    input: z.strictObject({ questionIds: z.array(QuestionIdSchema).max(MAX_QUESTION_ROWS) }),
    output: z.array(QuestionRowSchema),
  },
  'questions.excerpts': excerptsRequest,
  'questions.read': { input: QuestionRef, output: QuestionCardSchema },
  /** A question with its takes over all sessions; measures those that were not measured yet. */
  'questions.open': { input: QuestionRef, output: QuestionHistorySchema },
  /** Keeps which of two takes of a question was better when heard blind. */
  'questions.choose': {
    input: z.strictObject({ betterTakeId: TakeIdSchema, otherTakeId: TakeIdSchema }),
    output: Nothing,
  },
  /** Makes a question of one's own at the end of the pack; the draft of a new one is used up. */
  'questions.create': {
    input: z.strictObject({
      into: PackTargetSchema,
      fields: QuestionFieldsSchema,
      outline: QuestionLayerSchema.shape.outline.optional(),
    }),
    output: z.strictObject({ questionId: QuestionIdSchema, packId: PackIdSchema }),
  },
  /** Only questions of one's own; the draft of it is used up. */
  'questions.update': {
    input: QuestionRef.extend({
      fields: QuestionChangesSchema,
      outline: QuestionLayerSchema.shape.outline.optional(),
    }),
    output: Nothing,
  },
  /** Makes one's own of any questions, with what one has put on them. */
  'questions.copy': {
    input: SomeQuestionRefs.extend({ into: PackTargetSchema }),
    output: z.strictObject({ questionIds: z.array(QuestionIdSchema), packId: PackIdSchema }),
  },
  /** Puts questions of one's own before this one of the pack, with null at its end. */
  'questions.move': {
    input: SomeQuestionRefs.extend({
      into: PackTargetSchema,
      beforeQuestionId: QuestionIdSchema.nullable(),
    }),
    output: PackRef,
  },
  /** Adds and takes away tags; those of a question of the app are the person's own. */
  'questions.tag': {
    input: SomeQuestionRefs.extend({
      add: z.array(TagSchema).max(20),
      remove: z.array(TagSchema).max(20),
    }),
    output: Nothing,
  },
  /** What the person puts on a question; saved while it is typed. */
  'questions.annotate': {
    input: QuestionRef.extend({ layer: QuestionLayerSchema.partial() }),
    output: Nothing,
  },
  /** Hides questions of one's own; after UNDO_MS, or when the app quits, they are gone for good. */
  'questions.delete': { input: QuestionRefs.extend({ withTakes: WithTakes }), output: Nothing },
  'questions.restore': { input: QuestionRefs, output: Nothing },
  /**
   * Brings in a list, all of it or nothing. `rows` is the JSON of ImportRowsSchema in UTF-8. Of a
   * question that is there already only the fields change that nobody has edited since it was
   * brought.
   */
  'questions.import': {
    input: z.strictObject({ into: PackTargetSchema, rows: ImportBytesSchema }),
    output: z.strictObject({
      packId: PackIdSchema,
      addedIds: z.array(z.string()),
      changedCount: Count,
    }),
  },

  /** Every tag that a question has, with how many have it. */
  'tags.list': {
    input: Nothing,
    output: z.array(z.strictObject({ tag: z.string(), questionCount: Count })),
  },

  /**
   * The form of this question as it was left, with null that of a new one, with PASTED_DRAFT_ID a
   * list that was pasted; null when there is none.
   */
  'drafts.read': {
    input: z.strictObject({ questionId: QuestionIdSchema.nullable() }),
    output: DraftSchema.nullable(),
  },
  /** Keeps what stands in the form, in place of what was kept before. */
  'drafts.keep': {
    input: z.strictObject({ questionId: QuestionIdSchema.nullable(), draft: DraftSchema }),
    output: Nothing,
  },
  'drafts.discard': {
    input: z.strictObject({ questionId: QuestionIdSchema.nullable() }),
    output: Nothing,
  },

  /** The lines of the outline as they were at this take, and which of them were said. */
  'takes.outline': {
    input: z.strictObject({ takeId: TakeIdSchema }),
    output: OutlineTicksSchema,
  },
  'takes.tickOutline': {
    input: z.strictObject({ takeId: TakeIdSchema, lines: OutlineTicksSchema }),
    output: Nothing,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type QuestionRow = z.infer<typeof QuestionRowSchema>
export type QuestionCard = z.infer<typeof QuestionCardSchema>
export type QuestionFilter = z.infer<typeof QuestionFilterSchema>
export type OutlineTick = z.infer<typeof OutlineTickSchema>
