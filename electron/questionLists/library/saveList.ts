import type { WrittenFormat } from '../../../shared/questionLists/listedQuestion'
import { writePersonsFile } from '../../disk/personsFile'
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
  writePersonsFile(path, writeQuestionList(list, format))
  return list.questions.length
}
