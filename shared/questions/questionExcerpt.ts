import { z } from 'zod'
import { MAX_QUESTION_ROWS } from '../defaults'
import { QuestionIdSchema } from '../model'

/** Why a search has found a question whose line does not show it. */
const QuestionExcerptSchema = z.strictObject({
  questionId: z.string(),
  foundIn: z.enum(['outline', 'example', 'followUps', 'why', 'points', 'tags']),
  excerpt: z.string(),
})

/** Where the words stand, of those of these questions whose line does not show them. */
export const excerptsRequest = {
  input: z.strictObject({
    query: z.string().max(500),
    questionIds: z.array(QuestionIdSchema).max(MAX_QUESTION_ROWS),
  }),
  output: z.array(QuestionExcerptSchema),
}

export type QuestionExcerpt = z.infer<typeof QuestionExcerptSchema>
