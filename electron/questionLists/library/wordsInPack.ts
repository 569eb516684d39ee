import { wordsOf } from '../../../shared/questionLists/twins'
import { SHOWN } from '../../store/questions/questionRows'
import { readLibrary } from './readLibrary'

export interface WordsOrder {
  /** The database. */
  file: string
  packId: string
}

/** The words of each question of a pack, as twins are told by. */
export function wordsInPack({ file, packId }: WordsOrder): string[] {
  return readLibrary(file, (db) =>
    db
      .prepare<[string], string>(`SELECT question FROM questions WHERE pack_id = ? AND ${SHOWN}`)
      .pluck()
      .all(packId)
      .map(wordsOf),
  )
}
