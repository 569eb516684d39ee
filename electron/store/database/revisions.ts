import { z } from 'zod'
import type { Database } from './database'
import { readOnly } from './readOnly'

/*
 * What is newer: a clock can be wrong, a file can be copied, touched and renamed. So each library
 * has a random id and counts the changes made in it, and everything that a person can change says
 * which change made it what it is. Only this decides when two versions of one thing meet.
 */

/** The `count`-th change of a library. */
export const RevisionSchema = z.object({
  libraryId: z.uuid(),
  count: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
})

/** Null: it was last changed by a Soundcheck that did not count. */
export type Revision = z.infer<typeof RevisionSchema>

/** A library and how many changes it has counted. */
export interface CountedLibrary {
  id: string
  counter: number
}

export function readLibrary(db: Database): CountedLibrary {
  const library = findLibrary(db)
  if (!library) throw new Error('The database does not know which library it is')
  return library
}

/** The same of any database; null when it is none that counts. */
export function findLibrary(db: Database): CountedLibrary | null {
  const hasTable = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'library'").get()
  if (hasTable === undefined) return null
  return db.prepare<[], CountedLibrary>('SELECT id, counter FROM library').get() ?? null
}

/** The same of any file; null also when it cannot be read. */
export function libraryIn(file: string): CountedLibrary | null {
  try {
    return readOnly(file, findLibrary)
  } catch {
    return null
  }
}

export function writeLibrary(db: Database, { id, counter }: CountedLibrary): void {
  db.prepare('UPDATE library SET id = ?, counter = ?').run(id, counter)
}

/** A row's columns as a revision. */
export function revisionOf(libraryId: string | null, count: number | null): Revision | null {
  return libraryId === null || count === null ? null : { libraryId, count }
}

/** What can be changed, and so has a revision. */
export type RevisedTable = 'takes' | 'sessions' | 'questions' | 'library'

/** Says by which change the row became what it is: it was copied, and not changed here. */
export function writeRevision(
  db: Database,
  table: RevisedTable,
  id: string,
  revision: Revision | null,
): void {
  db.prepare(`UPDATE ${table} SET library_id = ?, revision = ? WHERE id = ?`).run(
    revision?.libraryId ?? null,
    revision?.count ?? null,
    id,
  )
}

/**
 * Which of two versions of one thing is the newer one: that of a row, or that of a record. Between
 * two libraries, and with something that was never counted, nobody can tell; but what this library
 * has counted after everything in its database is newer than whatever the row says.
 * @param library the one that the row is in, as it was when the row was read
 */
export function newerOf(
  row: Revision | null,
  record: Revision | null,
  library: CountedLibrary,
): 'row' | 'record' | 'undecided' {
  if (!record) return 'undecided'
  if (row?.libraryId === record.libraryId && row.count !== record.count) {
    return record.count > row.count ? 'record' : 'row'
  }
  const isSince = record.libraryId === library.id && record.count > library.counter
  return isSince ? 'record' : 'undecided'
}
