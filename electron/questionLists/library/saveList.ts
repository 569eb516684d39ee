import { rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { WrittenFormat } from '../../../shared/questionLists/listedQuestion'
import { halfWrittenFile, renameFileSync, syncFolderSync } from '../../disk/durableFiles'
import { writeQuestionList } from '../write/writeQuestionList'
import { listedQuestions } from './listedQuestions'
import { readLibrary } from './readLibrary'

export interface SaveOrder {
  /** The database. */
  file: string
  questionIds: readonly string[]
  format: WrittenFormat
  /** Where the person wants it. */
  path: string
}

/** Writes questions to a file of the person's; one that is there already stays as it is until the new one is whole. */
export function saveList({ file, questionIds, format, path }: SaveOrder): number {
  const list = readLibrary(file, (db) => listedQuestions(db, questionIds, format))
  const temporary = halfWrittenFile(path)
  try {
    writeFileSync(temporary, writeQuestionList(list, format), { flush: true })
    renameFileSync(temporary, path)
    syncFolderSync(dirname(path))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  return list.questions.length
}
