import { listBackupFiles, type BackupFile } from '../backups/backupFiles'
import { rankBackups } from '../backups/rankBackups'
import type { DataFolder } from '../disk/dataFolder'
import type { LibraryRecord } from '../records/libraryRecord'
import { findHome, homeAt } from '../store/database/home'
import type { Database } from '../store/database/database'
import { readOnly } from '../store/database/readOnly'
import {
  forked,
  isOwn,
  libraryIn,
  readLibrary,
  writeLibrary,
  type CountedLibrary,
  type KnownLibrary,
  type Revision,
} from '../store/database/revisions'

/** What is left of a library whose database is lost. */
export interface Lineage {
  /**
   * Which one it was, and the highest number that anything has of its changes: the next ones go on
   * above it. Null when nothing says which one.
   */
  library: CountedLibrary | null
  /** Its backups, the one with the most changes first; see rankBackups. */
  backups: readonly BackupFile[]
}

/** What is known of a library by its records. */
export interface Recorded {
  /** Its own; null when there is none. */
  library: Pick<LibraryRecord, 'id' | 'ancestors' | 'home'> | null
  /** Those of all records that can be read. */
  revisions: readonly Revision[]
}

/**
 * Finds out which library this was, and how far it had counted: by the lost database if it can still
 * be asked, then by its own record, by what most of the other records say, by the backups. Records and
 * backups of another library that somebody has put there do not count. When the folder turns out to
 * be a copy, a torn one for instance, it is a library of its own from now on.
 */
export function traceLibrary(
  { path, database, backups: backupFolder }: DataFolder,
  { library: recorded, revisions }: Recorded,
): Lineage {
  const lost = libraryIn(database)
  const backups = listBackupFiles(backupFolder)
  const inBackups = backups.flatMap((backup) => libraryIn(backup.path) ?? [])
  const known = lost ?? recorded ?? mostLikely(revisions, inBackups)
  if (!known) return { library: null, backups: rankBackups(backups, null) }

  const seen = [...(lost ? [lost] : []), ...inBackups].map(revisionIn)
  const own = [...seen, ...revisions].filter((revision) => isOwn(known, revision))
  const { id, ancestors } = known
  const library = { id, ancestors, counter: Math.max(0, ...own.map(({ count }) => count)) }
  const home = lost ? homeIn(database) : recorded?.home
  const isCopy = typeof home === 'string' && home !== homeAt(path)
  const lineage = isCopy ? forked(library) : library
  return { library: lineage, backups: rankBackups(backups, lineage) }
}

function homeIn(database: string): string | null {
  try {
    return readOnly(database, findHome)
  } catch {
    return null
  }
}

/** Where it had come to. */
function revisionIn({ id, counter }: CountedLibrary): Revision {
  return { libraryId: id, count: counter }
}

/** The library of which most was found; of two that were copied from one, the one that has gone on. */
function mostLikely(
  revisions: readonly Revision[],
  inBackups: readonly CountedLibrary[],
): KnownLibrary | null {
  const found = revisions.length > 0 ? revisions : inBackups.map(revisionIn)
  const candidates = found.map(
    ({ libraryId: id }) => inBackups.find((one) => one.id === id) ?? { id, ancestors: [] },
  )
  const each = new Map(candidates.map((library) => [library.id, library]))
  let most: { library: KnownLibrary; count: number } | null = null
  for (const library of each.values()) {
    const { length: count } = found.filter((revision) => isOwn(library, revision))
    if (!most || count > most.count) most = { library, count }
  }
  return most?.library ?? null
}

/**
 * Somebody may have put an older copy there. What is changed in it now is newer than what that copy
 * does not know of, and no number may be given twice.
 */
export function countAboveBackups(db: Database, dataFolder: DataFolder): void {
  const { id, counter, ancestors } = readLibrary(db)
  const counters = listBackupFiles(dataFolder.backups).map(({ path }) => {
    const library = libraryIn(path)
    return library?.id === id ? library.counter : 0
  })
  const highest = Math.max(counter, ...counters)
  if (highest > counter) writeLibrary(db, { id, ancestors, counter: highest })
}
