import { z } from 'zod'
import { MARK_KINDS, MAX_MARK_NOTE_CHARACTERS } from './defaults'
import { IdSchema, TakeIdSchema } from './model'

/** What a person heard at one moment of a take. */
export const MarkKindSchema = z.enum(MARK_KINDS)
export const MarkNoteSchema = z.string().max(MAX_MARK_NOTE_CHARACTERS)

export const MarkSchema = z.object({
  id: IdSchema,
  takeId: TakeIdSchema,
  kind: MarkKindSchema,
  /** From the beginning of the take. */
  atMs: z.number().nonnegative(),
  note: MarkNoteSchema,
})

export type Mark = z.infer<typeof MarkSchema>
