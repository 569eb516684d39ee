import { statSync } from 'node:fs'
import { isDiskFull } from '../../disk/durableFiles'
import type { Database } from './database'
import { forked, readLibrary, writeLibrary } from './revisions'

/*
 * Where a library is at home: in this very data folder. Who copies the folder, in whatever state and
 * by whatever means, copies this along, and so the copy can tell that it is one. It becomes a
 * library of its own then: two that count under one id would each pass for the newest of the other.
 */

/**
 * What tells a folder from any copy of it: its number on its disk, and when it was made there. It
 * stays the same while the folder is moved or renamed, and whatever becomes of the files in it.
 */
export function homeAt(folder: string): string {
  const { ino, birthtimeNs } = statSync(folder, { bigint: true })
  return `${String(ino)}-${String(birthtimeNs)}`
}

/** Null when nothing says so, also in a database of an older schema. */
export function findHome(db: Database): string | null {
  const isKnown = db.prepare("SELECT 1 FROM pragma_table_info('library') WHERE name = 'home'").get()
  if (isKnown === undefined) return null
  return db.prepare<[], string | null>('SELECT home FROM library').pluck().get() ?? null
}

export function writeHome(db: Database, home: string): void {
  db.prepare('UPDATE library SET home = ?').run(home)
}

/**
 * Makes the database at home in this folder. One that was copied here, or put in the place of
 * another, is a library of its own from now on.
 * @param wasExchanged the file is known not to be the one that was closed last
 * @returns whether it has become another library
 */
export function settleIn(
  db: Database,
  folder: string,
  { wasExchanged }: { wasExchanged: boolean },
): boolean {
  const here = homeAt(folder)
  const home = findHome(db)
  const isCopy = wasExchanged || (home !== null && home !== here)
  if (!isCopy && home === here) return false
  const settle = db.transaction(() => {
    if (isCopy) writeLibrary(db, forked(readLibrary(db)))
    writeHome(db, here)
  })
  try {
    settle.immediate()
    return isCopy
  } catch (error) {
    // Nothing is counted on a full disk either: the next start does it.
    if (!isDiskFull(error)) throw error
    console.error('The library is not at home here yet', error)
    return false
  }
}
