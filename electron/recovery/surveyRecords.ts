import { existsSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import BetterSqlite3 from 'better-sqlite3'
import { z } from 'zod'
import type { DataFolder } from '../disk/dataFolder'
import { libraryRecord } from '../records/libraryRecord'
import { readLibraryRecord } from '../records/readRecords'
import { RecordPlaces } from '../records/recordPlaces'
import { RevisionSchema, revisionOf } from '../store/database/revisions'
import { TakeFiles } from '../takes/takeFiles'

/** Records follow within moments: older changes than so many have theirs, or could not have it. */
export const RECENT_CHANGES = 1000

const RevisedSchema = z.object({ revision: RevisionSchema.nullable() })

/**
 * The questions whose record is missing, says less than their row, or has no row any more: a kill
 * came in between, or a pack of the app was saved before anybody recorded.
 * @throws SQLite's error, or that of the file system
 */
export function surveyQuestions(dataFolder: DataFolder): string[] {
  const places = new RecordPlaces(dataFolder)
  const known = revisionsIn(dataFolder.database, 'questions', null)
  const isRecorded = ([id, revision]: [string, string]): boolean =>
    recordedRevision(places.question(id)) === revision
  return [
    ...[...known].filter((one) => !isRecorded(one)).map(([id]) => id),
    ...places.listQuestionIds().filter((id) => !known.has(id)),
  ]
}

/**
 * The sessions whose record says less than their row: a kill came before the record of how one ended,
 * for instance. One without a folder has no take yet, and needs none.
 * @throws SQLite's error, or that of the file system
 */
export function surveySessions(dataFolder: DataFolder): string[] {
  const files = new TakeFiles(dataFolder)
  return [...revisionsIn(dataFolder.database, 'sessions', RECENT_CHANGES)]
    .filter(
      ([id, revision]) =>
        existsSync(files.folder(id)) && recordedRevision(files.sessionRecord(id)) !== revision,
    )
    .map(([id]) => id)
}

/**
 * Whether the record of the library says all that its row does: a kill may have come between the two.
 * @throws SQLite's error
 */
export function isLibraryRecorded(dataFolder: DataFolder): boolean {
  const db = new BetterSqlite3(dataFolder.database, { readonly: true })
  try {
    const record = readLibraryRecord(new TakeFiles(dataFolder))
    const { id, home, revision } = record ?? {}
    const row = libraryRecord(db)
    return row !== null && isDeepStrictEqual([id, home, revision], [row.id, row.home, row.revision])
  } finally {
    db.close()
  }
}

function revisionsIn(
  databaseFile: string,
  table: 'questions' | 'sessions',
  lastChanges: number | null,
): Map<string, string> {
  const db = new BetterSqlite3(databaseFile, { readonly: true })
  try {
    const rows = db
      .prepare<
        { lastChanges: number | null },
        { id: string; libraryId: string | null; revision: number | null }
      >(
        `SELECT id, library_id AS libraryId, revision FROM ${table}
         WHERE @lastChanges IS NULL
           OR revision > (SELECT counter FROM library) - @lastChanges`,
      )
      .all({ lastChanges })
    return new Map(
      rows.map(({ id, libraryId, revision }) => [
        id,
        JSON.stringify(revisionOf(libraryId, revision)),
      ]),
    )
  } finally {
    db.close()
  }
}

/** As revisionOf gives it, in JSON; null when there is none that can be read. */
export function recordedRevision(file: string): string | null {
  try {
    const { revision } = RevisedSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return JSON.stringify(revision)
  } catch {
    return null
  }
}
