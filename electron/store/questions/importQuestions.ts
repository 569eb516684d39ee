import {
  QuestionFieldsSchema,
  type ImportRow,
  type PackTarget,
} from '../../../shared/questions/questionFields'
import { AppError } from '../../../shared/errors'
import type { Database } from '../database/database'
import { changingMany } from '../search/searchTables'
import { SEARCHED_QUESTIONS } from '../search/searched'
import { changesByFile, originOf, type Origin } from './origin'
import { packFor } from './ownPacks'
import { requireOwn } from './ownQuestions'
import { questionInserter, readFields, writeFields } from './questionFields'
import { placesIn } from './questionPlaces'

/** What came of a list that was brought in. */
export interface Imported {
  packId: string
  addedIds: string[]
  changedIds: string[]
}

/**
 * Brings in a list, all of it in one commit: new questions at the end of the pack, and of those that
 * are there what nobody has edited since a file brought it.
 * @throws {AppError} NOT_FOUND, BAD_REQUEST; nothing is changed then
 */
export function importRows(
  db: Database,
  { into, rows }: { into: PackTarget; rows: readonly ImportRow[] },
): Imported {
  const bringIn = db.transaction((): Imported => {
    const packId = packFor(db, into)
    const added = rows.filter(({ questionId }) => questionId === null)
    const there = rows.filter(({ questionId }) => questionId !== null)
    const addedIds = addRows(db, packId, added)
    const changedIds: string[] = []
    changingMany(db, SEARCHED_QUESTIONS, there.length, () => {
      for (const row of there) changedIds.push(...changeRow(db, row))
    })
    return { packId, addedIds, changedIds }
  })
  return bringIn.immediate()
}

function addRows(db: Database, packId: string, rows: readonly ImportRow[]): string[] {
  const places = placesIn(db, packId, { count: rows.length, before: null })
  const insert = questionInserter(db)
  return rows.map(({ fileId, fields: said }, index) => {
    const parsed = QuestionFieldsSchema.safeParse(said)
    if (!parsed.success) throw new AppError('BAD_REQUEST', 'A new question needs its text')
    const origin = originOf(fileId, said)
    return insert({ packId, position: places[index] ?? 1, fields: parsed.data, origin })
  })
}

/** @returns its id when anything of it has changed that a person can see */
function changeRow(db: Database, { questionId, fileId, fields }: ImportRow): string[] {
  if (questionId === null) return []
  requireOwn(db, [questionId])
  const before = readOrigin(db, questionId)
  const { changes } = changesByFile(readFields(db, questionId), before, fields)
  const origin = JSON.stringify(originOf(fileId, fields, before))
  writeFields(db, questionId, changes)
  db.prepare(
    'UPDATE questions SET origin = @origin WHERE id = @questionId AND origin IS NOT @origin',
  ).run({ origin, questionId })
  return Object.keys(changes).length > 0 ? [questionId] : []
}

/** What a file said of this question when it was brought; null when none did. */
export function readOrigin(db: Database, questionId: string): Origin | null {
  const json = db
    .prepare<[string], string | null>('SELECT origin FROM questions WHERE id = ?')
    .pluck()
    .get(questionId)
  return json ? (JSON.parse(json) as Origin) : null
}
