import { isOwn, libraryIn, type KnownLibrary } from '../store/database/revisions'
import type { BackupFile } from './backupFiles'

/**
 * The backups of this library, the newest first. How many changes one knows of is in it; its name
 * and its date are what clocks and hands have made of them. Those of a Soundcheck that did not count
 * come last, by their names: of them nothing better is known. Those of another library are left out,
 * and so are those that were made in what this one is a copy of, after it was copied.
 * @param newestFirst by their names
 * @param of null when it is not known which library this is: then only those that do not count
 */
export function rankBackups(
  newestFirst: readonly BackupFile[],
  of: KnownLibrary | null,
): BackupFile[] {
  return newestFirst
    .map((file) => ({ file, library: libraryIn(file.path) }))
    .filter(
      ({ library }) =>
        library === null ||
        (of !== null && isOwn(of, { libraryId: library.id, count: library.counter })),
    )
    .toSorted((one, other) => (other.library?.counter ?? -1) - (one.library?.counter ?? -1))
    .map(({ file }) => file)
}
