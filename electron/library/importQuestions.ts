import type { PackTarget } from '../../shared/questions/questionFields'
import type { DataFolder } from '../disk/dataFolder'
import { RecordPlaces } from '../records/recordPlaces'
import { writeQuestionRecords } from '../records/writeQuestionRecords'
import { openDatabase } from '../store/database/database'
import { importRows, type Imported } from '../store/questions/importQuestions'
import { parseImportRows } from './importBytes'

export interface ImportOrder {
  dataFolder: DataFolder
  into: PackTarget
  /** The JSON of ImportRowsSchema in UTF-8. */
  rows: Uint8Array
}

/**
 * Brings a list into the library, by a connection of its own: for a thread. The rows are in one
 * commit, so a kill leaves all of the list or nothing; the records follow, and a kill before they
 * are all there is made good by the next start's survey.
 * @throws {AppError} BAD_REQUEST, NOT_FOUND, DISK_FULL ...; nothing is changed then
 */
export async function importQuestions({ dataFolder, into, rows }: ImportOrder): Promise<Imported> {
  const parsed = parseImportRows(rows)
  const db = openDatabase(dataFolder.database)
  try {
    const imported = importRows(db, { into, rows: parsed })
    const asked = parsed.flatMap(({ questionId }) => questionId ?? [])
    const ids = [...new Set([...imported.addedIds, ...asked])]
    try {
      await writeQuestionRecords(db, new RecordPlaces(dataFolder), ids)
    } catch (error) {
      // The rows are what counts; the survey of the next start tries again.
      console.error('Not every record of the import was written', error)
    }
    return imported
  } finally {
    db.close()
  }
}
