import {
  compareRows,
  type FieldName,
  type ListComparison,
} from '../../../shared/questionLists/compareRows'
import { parseImportRows } from '../../library/importBytes'
import { originReader } from '../../store/questions/importQuestions'
import { changesByFile, hashesOf } from '../../store/questions/origin'
import { fieldReader } from '../../store/questions/questionFields'
import { knownFor, likeliestPack, ownQuestions } from './knownQuestions'
import { readLibrary } from './readLibrary'

interface ListOrder {
  /** The database. */
  file: string
  /** The JSON of ImportRowsSchema in UTF-8. */
  rows: Uint8Array
}
export type LikeliestOrder = ListOrder
export type CompareOrder = ListOrder & { packId: string }

/** The pack into which a list was brought before; null where there is none. @throws {AppError} BAD_REQUEST */
export function findLikeliestPack({ file, rows }: LikeliestOrder): string | null {
  const parsed = parseImportRows(rows)
  return readLibrary(file, (db) => likeliestPack(parsed, ownQuestions(db)))
}

/** Says what a list would do to a pack; does nothing. @throws {AppError} BAD_REQUEST */
export function compareList({ file, rows, packId }: CompareOrder): ListComparison {
  const parsed = parseImportRows(rows)
  return readLibrary(file, (db) => {
    const known = knownFor(parsed, ownQuestions(db), packId)
    const readFields = fieldReader(db)
    const readOrigin = originReader(db)
    const compared = compareRows(parsed, known, (questionId, { fields }) => {
      const said = hashesOf(fields)
      const now = readFields(questionId)
      const changes = changesByFile(now, readOrigin(questionId), { fields, said })
      const there = hashesOf(now)
      const names = Object.keys(said) as FieldName[]
      return {
        changed: names.filter((name) => name in changes),
        kept: names.filter((name) => !(name in changes) && said[name] !== there[name]),
      }
    })
    return { rows: compared }
  })
}
