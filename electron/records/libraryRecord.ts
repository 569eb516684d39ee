import { z } from 'zod'
import { LIBRARY_BELONGINGS } from '../belongings/libraryBelongings'
import { fieldsIn, belongingColumns, shapeOf } from '../belongings/walkBelongings'
import type { Database } from '../store/database/database'
import { findHome } from '../store/database/home'
import { AncestorSchema, readLibrary, revisionOf } from '../store/database/revisions'
import { RECORD_VERSION, RevisedSchema, VersionSchema } from './recordFormat'

/** The library as a whole: which one it is, and what belongs to no take and no question. */
export const LibraryRecordSchema = z.object({
  format: z.literal('soundcheck-library'),
  version: VersionSchema,
  id: z.uuid(),
  /** Older records know of none of these two; see store/database/home.ts. */
  ancestors: z.array(AncestorSchema).default([]).catch([]),
  home: z.string().nullable().default(null),
  revision: RevisedSchema,
  ...shapeOf(LIBRARY_BELONGINGS),
})

export type LibraryRecord = z.infer<typeof LibraryRecordSchema>

/** @throws SQLite's error */
export function libraryRecord(db: Database): LibraryRecord | null {
  const row = db
    .prepare<[], { id: string; library_id: string | null; revision: number | null }>(
      `SELECT id, library_id, revision, ${belongingColumns(LIBRARY_BELONGINGS)} FROM library`,
    )
    .get()
  if (!row) return null
  return {
    format: 'soundcheck-library',
    version: RECORD_VERSION,
    id: row.id,
    ancestors: [...readLibrary(db).ancestors],
    home: findHome(db),
    revision: revisionOf(row.library_id, row.revision),
    ...fieldsIn(LIBRARY_BELONGINGS, row),
  }
}
