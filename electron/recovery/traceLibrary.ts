import { listBackupFiles, type BackupFile } from '../backups/backupFiles'
import { rankBackups } from '../backups/rankBackups'
import { libraryIn, type Revision } from '../store/database/revisions'

/** What is left of a library whose database is lost. */
export interface Lineage {
  /** Which one it was; null when nothing says so. */
  id: string | null
  /** The highest number that anything has of its changes: the next ones go on above it. */
  counter: number
  /** Its backups, the one with the most changes first; see rankBackups. */
  backups: readonly BackupFile[]
}

/** What is known of a library by its records. */
export interface Recorded {
  /** What its own record says; null when there is none. */
  libraryId: string | null
  /** Those of all records that can be read. */
  revisions: readonly Revision[]
}

/**
 * Finds out which library this was, and how far it had counted: by the lost database if it can still
 * be asked, then by its own record, by what most of the other records say, by the backups. Records and
 * backups of another library that somebody has put there do not count.
 */
export function traceLibrary(
  databaseFile: string,
  backupFolder: string,
  { libraryId, revisions }: Recorded,
): Lineage {
  const lost = libraryIn(databaseFile)
  const backups = listBackupFiles(backupFolder)
  const inBackups = backups.flatMap(({ path }) => libraryIn(path) ?? [])
  const id =
    lost?.id ??
    libraryId ??
    mostFrequent(revisions.map((revision) => revision.libraryId)) ??
    mostFrequent(inBackups.map((library) => library.id))
  const counts = [
    ...[...(lost ? [lost] : []), ...inBackups].map((one) => ({ ...one, count: one.counter })),
    ...revisions.map((revision) => ({ id: revision.libraryId, count: revision.count })),
  ]
  const counter = counts.reduce((max, one) => (one.id === id ? Math.max(max, one.count) : max), 0)
  return { id, counter, backups: rankBackups(backups, id) }
}

function mostFrequent(ids: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].reduce<[string | null, number]>(
    (most, one) => (one[1] > most[1] ? one : most),
    [null, 0],
  )[0]
}
