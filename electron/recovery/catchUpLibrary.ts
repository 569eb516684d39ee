import { isDeepStrictEqual } from 'node:util'
import { LIBRARY_BELONGINGS } from '../belongings/libraryBelongings'
import { mergeBelongings, belongingsOf } from '../belongings/walkBelongings'
import { libraryRecord } from '../records/libraryRecord'
import { readLibraryRecord } from '../records/readRecords'
import type { Database } from '../store/database/database'
import { newerOf, type CountedLibrary } from '../store/database/revisions'
import type { TakeFiles } from '../takes/takeFiles'
import { applyLibraryRecord } from './applyRecord'

/**
 * What belongs to the library as a whole.
 * @returns whether it is as it was last, and not as in the backup
 */
export function catchUpLibrary(db: Database, files: TakeFiles, library: CountedLibrary): boolean {
  const record = readLibraryRecord(files)
  const row = libraryRecord(db)
  if (!record || !row) return false
  const isSame = isDeepStrictEqual(
    belongingsOf(LIBRARY_BELONGINGS, row),
    belongingsOf(LIBRARY_BELONGINGS, record),
  )
  const newer = newerOf(row.revision, record.revision, library)
  if (newer === 'record') applyLibraryRecord(db, { ...record, id: row.id })
  if (newer !== 'undecided' || isSame) return newer !== 'undecided' || record.id === row.id
  const both = mergeBelongings(LIBRARY_BELONGINGS, row, record)
  if (both) applyLibraryRecord(db, { ...row, ...both }, 'counted')
  return false
}
