import { v4 } from 'uuid'
import { z } from 'zod'
import type { Database } from './database'
import { hasTable } from './hasTable'
import { readOnly } from './readOnly'

/*
 * What is newer: a clock can be wrong, a file can be copied, touched and renamed. So each library
 * has a random id and counts the changes made in it, and everything that a person can change says
 * which change made it what it is. Only this decides when two versions of one thing meet. A library
 * that was copied gets an id of its own and counts on; up to there the other one's changes are its
 * own (see home.ts).
 */

/** The `count`-th change of a library. */
export const RevisionSchema = z.object({
  libraryId: z.uuid(),
  count: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
})

/** Null: it was last changed by a Soundcheck that did not count. */
export type Revision = z.infer<typeof RevisionSchema>

/** What a library was before it was copied, and how many changes it had counted by then. */
export const AncestorSchema = z.object({
  id: z.uuid(),
  counter: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
})
export type Ancestor = z.infer<typeof AncestorSchema>

/** A library, and what it has from before it was copied, from the oldest on. */
export interface KnownLibrary {
  id: string
  ancestors: readonly Ancestor[]
}

/** A library and how many changes it has counted, those of its ancestors included. */
export interface CountedLibrary extends KnownLibrary {
  counter: number
}

/** More would be of a folder on a disk that gives its files other numbers each time. */
const ANCESTORS_KEPT = 100

export function readLibrary(db: Database): CountedLibrary {
  const library = findLibrary(db)
  if (!library) throw new Error('The database does not know which library it is')
  return library
}

/** The same of any database; null when it is none that counts. */
export function findLibrary(db: Database): CountedLibrary | null {
  if (!hasTable(db, 'library')) return null
  const library = db.prepare<[], Ancestor>('SELECT id, counter FROM library').get()
  return library ? { ...library, ancestors: listAncestors(db) } : null
}

function listAncestors(db: Database): Ancestor[] {
  if (!hasTable(db, 'ancestors')) return [] // an older schema
  return db.prepare<[], Ancestor>('SELECT id, counter FROM ancestors ORDER BY position').all()
}

/** The same of any file; null also when it cannot be read. */
export function libraryIn(file: string): CountedLibrary | null {
  try {
    return readOnly(file, findLibrary)
  } catch {
    return null
  }
}

export function writeLibrary(db: Database, { id, counter, ancestors }: CountedLibrary): void {
  const write = db.transaction(() => {
    db.prepare('UPDATE library SET id = ?, counter = ?').run(id, counter)
    db.prepare('DELETE FROM ancestors').run()
    const insert = db.prepare('INSERT INTO ancestors (id, counter) VALUES (@id, @counter)')
    for (const ancestor of ancestors) insert.run(ancestor)
  })
  write.immediate()
}

/** What it becomes when it turns out to be a copy: one of its own, which goes on counting. */
export function forked({ id, counter, ancestors }: CountedLibrary): CountedLibrary {
  return { id: v4(), counter, ancestors: [...ancestors, { id, counter }].slice(-ANCESTORS_KEPT) }
}

/** Whether a change is one of this library's, or it has it from before it was copied. */
export function isOwn({ id, ancestors }: KnownLibrary, { libraryId, count }: Revision): boolean {
  if (libraryId === id) return true
  return ancestors.some((ancestor) => ancestor.id === libraryId && count <= ancestor.counter)
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
 * has counted after everything in its database is newer than whatever the row says. What a library
 * that this one was copied from, or that was copied from this one, has counted since is of another.
 * @param library the one that the row is in, as it was when the row was read
 */
export function newerOf(
  row: Revision | null,
  record: Revision | null,
  library: CountedLibrary,
): 'row' | 'record' | 'undecided' {
  if (!record) return 'undecided'
  const isRecordOwn = isOwn(library, record)
  if (row && row.count !== record.count && isOwn(library, row) === isRecordOwn) {
    const isOneLine = isRecordOwn || row.libraryId === record.libraryId
    if (isOneLine) return record.count > row.count ? 'record' : 'row'
  }
  return isRecordOwn && record.count > library.counter ? 'record' : 'undecided'
}
