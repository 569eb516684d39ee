import { readFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { z } from 'zod'
import type { DataFolder } from '../disk/dataFolder'
import { RecordPlaces } from '../records/recordPlaces'
import { RevisionSchema, revisionOf } from '../store/database/revisions'

const RevisedSchema = z.object({ revision: RevisionSchema.nullable() })

/**
 * The questions whose record is missing, says less than their row, or has no row any more: a kill
 * came in between, or a pack of the app was saved before anybody recorded.
 * @throws SQLite's error, or that of the file system
 */
export function surveyQuestions(dataFolder: DataFolder): string[] {
  const places = new RecordPlaces(dataFolder)
  const known = revisionsIn(dataFolder.database)
  const isRecorded = ([id, revision]: [string, string]): boolean =>
    recordedRevision(places.question(id)) === revision
  return [
    ...[...known].filter((one) => !isRecorded(one)).map(([id]) => id),
    ...places.listQuestionIds().filter((id) => !known.has(id)),
  ]
}

function revisionsIn(databaseFile: string): Map<string, string> {
  const db = new BetterSqlite3(databaseFile, { readonly: true })
  try {
    const rows = db
      .prepare<[], { id: string; libraryId: string | null; revision: number | null }>(
        'SELECT id, library_id AS libraryId, revision FROM questions',
      )
      .all()
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
