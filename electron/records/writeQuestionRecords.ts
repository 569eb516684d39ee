import { mkdirSync } from 'node:fs'
import { replaceFileSync, syncFolderSync } from '../disk/durableFiles'
import type { Database } from '../store/database/database'
import { questionRecords } from './questionRecord'
import { recordText } from './recordFormat'
import type { RecordPlaces } from './recordPlaces'

/**
 * The records of many questions, on the disk when it returns. Each file is whole or not there; their
 * folder is waited for once, at the end.
 * @throws the error of the file system
 */
export function writeQuestionRecords(
  db: Database,
  places: RecordPlaces,
  questionIds: readonly string[],
): void {
  if (questionIds.length === 0) return
  mkdirSync(places.questionFolder, { recursive: true, mode: 0o700 })
  for (const record of questionRecords(db, questionIds)) {
    replaceFileSync(places.question(record.id), recordText(record), { syncsFolder: false })
  }
  syncFolderSync(places.questionFolder)
}
