import { z } from 'zod'
import { PackIdSchema } from '../pack'
import { ANSWER_LIMITS_MS, MAX_MOCK_QUESTIONS, THINK_TIMES_MS } from './mockDefaults'

/** How a mock interview runs. A session of that kind keeps it: it is gone on with in the same way. */
export const MockSettingsSchema = z.strictObject({
  /** From the question to the tone; 0 is none at all. */
  thinkMs: z.literal(THINK_TIMES_MS),
  /** When an answer ends by itself: at the question's own longest length, after a time, or never. */
  limit: z.union([z.literal('question'), z.literal('none'), z.literal(ANSWER_LIMITS_MS)]),
  speaks: z.boolean(),
  /** Only where the question is spoken. */
  hidesText: z.boolean(),
  asksFollowUps: z.boolean(),
})

/** Which questions may be asked: those one practises for, every one of one's own, or those of a pack. */
export const MockSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scope') }),
  z.strictObject({ kind: z.literal('own') }),
  z.strictObject({ kind: z.literal('pack'), packId: PackIdSchema }),
])

export const MockCountSchema = z.number().int().min(1).max(MAX_MOCK_QUESTIONS)

/** All that is chosen before one, and remembered for the next. */
export const MockChoicesSchema = MockSettingsSchema.extend({
  from: MockSourceSchema,
  questionCount: MockCountSchema,
})

export type MockSettings = z.infer<typeof MockSettingsSchema>
export type MockSource = z.infer<typeof MockSourceSchema>
export type MockChoices = z.infer<typeof MockChoicesSchema>
