import { mkdirSync } from 'node:fs'
import { replaceFileOf, syncFolder } from '../disk/durableFiles'
import type { Database } from '../store/database/database'
import { questionRecords } from './questionRecord'
import { recordText } from './recordFormat'
import type { RecordPlaces } from './recordPlaces'

/**
 * Several files that wait for the disk together wait hardly longer than one. Node has four threads
 * for files, for the whole process: one is left for a recording.
 */
const FILES_AT_ONCE = 3

/**
 * The records of many questions, on the disk when it resolves. Each file is whole or not there; their
 * folder is waited for once, at the end.
 * @throws the error of the file system
 */
export async function writeQuestionRecords(
  db: Database,
  places: RecordPlaces,
  questionIds: readonly string[],
): Promise<void> {
  if (questionIds.length === 0) return
  mkdirSync(places.questionFolder, { recursive: true, mode: 0o700 })
  const records = questionRecords(db, questionIds)
  const failures: unknown[] = []
  const writeOn = async (): Promise<void> => {
    for (let next = records.next(); !next.done; next = records.next()) {
      await replaceFileOf(places.question(next.value.id), recordText(next.value))
      if (failures.length > 0) return
    }
  }
  const writers = Array.from({ length: FILES_AT_ONCE }, () =>
    writeOn().catch((error: unknown) => failures.push(error)),
  )
  await Promise.all(writers)
  if (failures.length > 0) throw failures[0]
  await syncFolder(places.questionFolder)
}
