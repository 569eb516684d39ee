import { z } from 'zod'
import { RUBRIC_ITEMS } from './defaults'

/** From 1, not at all, to 4, fully. */
export const RubricStepSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export const RubricItemSchema = z.enum(RUBRIC_ITEMS)

/** What the person answered to the four questions about a take; null where they did not. */
export const RubricSchema = z.record(RubricItemSchema, RubricStepSchema.nullable())

export type RubricStep = z.infer<typeof RubricStepSchema>
export type Rubric = z.infer<typeof RubricSchema>
