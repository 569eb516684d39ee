import { z } from 'zod'
import { MarkSchema } from './marks'
import { MeasuresSchema } from './measures'
import { QuestionSchema, TakeIdSchema, TakeSchema } from './model'
import { RubricSchema } from './rubric'

/** A take with everything that was measured, marked and said about it. */
export const ReviewedTakeSchema = z.object({
  take: TakeSchema,
  /** Null while it is not measured, and for a take that cannot be. */
  measures: MeasuresSchema.nullable(),
  /** In the order of the answer. */
  marks: z.array(MarkSchema),
  rubric: RubricSchema,
})

/** The person heard both takes without knowing which was which, and found one better. */
export const ChoiceSchema = z.object({
  betterTakeId: TakeIdSchema,
  otherTakeId: TakeIdSchema,
  chosenAtMs: z.number().int().nonnegative(),
})

/** Everything that was ever answered to a question, over all sessions. */
export const QuestionHistorySchema = z.object({
  question: QuestionSchema,
  packTitle: z.string(),
  /** Oldest first. */
  takes: z.array(ReviewedTakeSchema),
  /** Newest first. */
  choices: z.array(ChoiceSchema),
})

export type ReviewedTake = z.infer<typeof ReviewedTakeSchema>
export type Choice = z.infer<typeof ChoiceSchema>
export type QuestionHistory = z.infer<typeof QuestionHistorySchema>
