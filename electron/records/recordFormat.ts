import { z } from 'zod'
import { PackKindSchema } from '../../shared/model'
import { PackIdSchema } from '../../shared/pack'
import { RevisionSchema } from '../store/database/revisions'

/*
 * Records are everything that the database knows of a take, a session, a question and the library,
 * as plain data in files of their own: enough to make the rows again. A lost database loses nothing
 * by them; a backup is read as records too.
 */

/** Of the first version, and of what nobody counted, there is none; see revisions.ts. */
export const RevisedSchema = RevisionSchema.nullable().default(null)

/** What is written; the first version is still read. */
export const RECORD_VERSION = 2
export const VersionSchema = z
  .union([z.literal(1), z.literal(RECORD_VERSION)])
  .transform(() => RECORD_VERSION as typeof RECORD_VERSION)

export const AtMsSchema = z.number().int().nonnegative()

export const PackRecordSchema = z.object({
  id: PackIdSchema,
  title: z.string(),
  language: z.string(),
  /** Older records know of those of the app alone. What newer kinds there may be are one's own. */
  kind: PackKindSchema.default('built-in').catch('own'),
  /** Its name alone is kept. */
  isDeleted: z.boolean().default(false),
})
export type PackRecord = z.infer<typeof PackRecordSchema>

/** What stands in the file. */
export function recordText(record: object): string {
  return `${JSON.stringify(record, null, 2)}\n`
}
