import { z } from 'zod'

/** The last answers before a session, of whatever session: what its own are held against. */
export const UsualAnswersSchema = z.strictObject({
  /** USUAL_FROM_TAKES to USUAL_OF_TAKES (see shared/defaults.ts). */
  answerCount: z.number().int().positive(),
  /** The median of their lengths. */
  answerMs: z.number().nonnegative(),
  /** How many of them were longer, and how many shorter, than their question wants. */
  overCount: z.number().int().nonnegative(),
  underCount: z.number().int().nonnegative(),
})

export type UsualAnswers = z.infer<typeof UsualAnswersSchema>
