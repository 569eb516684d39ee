import {
  QuestionFieldsSchema,
  type ImportRow,
  type PackTarget,
  type QuestionFields,
} from '../../../shared/questions/questionFields'
import { AppError } from '../../../shared/errors'
import type { Database } from '../database/database'
import { changingMany } from '../search/searchTables'
import { SEARCHED_QUESTIONS } from '../search/searched'
import { changesByFile, hashesOf, originOf, type Origin, type SaidHashes } from './origin'
import { packFor } from './ownPacks'
import { requireOwn } from './ownQuestions'
import { fieldReader, fieldWriter, questionInserter } from './questionFields'
import { placesIn } from './questionPlaces'

/** What came of a list that was brought in. */
export interface Imported {
  packId: string
  addedIds: string[]
  changedIds: string[]
}

/** A new question, worked out before the database waits for it. */
interface NewRow {
  fields: QuestionFields
  origin: Origin
}

/** What a file says of a question that is there. */
type ChangeRow = ImportRow & { questionId: string; said: SaidHashes }

/**
 * Brings in a list, all of it in one commit: new questions at the end of the pack, and of those that
 * are there what nobody has edited since a file brought it.
 * @throws {AppError} NOT_FOUND, BAD_REQUEST; nothing is changed then
 */
export function importRows(
  db: Database,
  { into, rows }: { into: PackTarget; rows: readonly ImportRow[] },
): Imported {
  // Whoever else writes waits for the commit, so all that can be done before it is.
  const added = rows.filter(({ questionId }) => questionId === null).map(newRow)
  const there = rows.flatMap(({ questionId, ...row }) =>
    questionId === null ? [] : [{ ...row, questionId, said: hashesOf(row.fields) }],
  )
  const bringIn = db.transaction((): Imported => {
    const packId = packFor(db, into)
    const addedIds = addRows(db, packId, added)
    return { packId, addedIds, changedIds: changeRows(db, there) }
  })
  return bringIn.immediate()
}

function newRow({ fileId, fields: said }: ImportRow): NewRow {
  const parsed = QuestionFieldsSchema.safeParse(said)
  if (!parsed.success) throw new AppError('BAD_REQUEST', 'A new question needs its text')
  return { fields: parsed.data, origin: originOf(fileId, hashesOf(said)) }
}

function addRows(db: Database, packId: string, rows: readonly NewRow[]): string[] {
  const places = placesIn(db, packId, { count: rows.length, before: null })
  const insert = questionInserter(db)
  return rows.map((row, index) => insert({ packId, position: places[index] ?? 1, ...row }))
}

/** @returns those of which anything has changed that a person can see */
function changeRows(db: Database, rows: readonly ChangeRow[]): string[] {
  if (rows.length === 0) return []
  requireOwn(
    db,
    rows.map(({ questionId }) => questionId),
  )
  const readFields = fieldReader(db)
  const writeFields = fieldWriter(db)
  const readOrigin = originReader(db)
  const writeOrigin = db.prepare(
    'UPDATE questions SET origin = @origin WHERE id = @questionId AND origin IS NOT @origin',
  )
  const changedIds: string[] = []
  changingMany(db, SEARCHED_QUESTIONS, rows.length, () => {
    for (const row of rows) {
      const { questionId, fileId, said } = row
      const now = readFields(questionId)
      const before = readOrigin(questionId)
      const changes = changesByFile(now, before, row)
      writeFields(questionId, now, changes)
      writeOrigin.run({ questionId, origin: JSON.stringify(originOf(fileId, said, before)) })
      if (Object.keys(changes).length > 0) changedIds.push(questionId)
    }
  })
  return changedIds
}

/** What a file said of a question when it was brought; null when none did. */
export function originReader(db: Database): (questionId: string) => Origin | null {
  const find = db
    .prepare<[string], string | null>('SELECT origin FROM questions WHERE id = ?')
    .pluck()
  return (questionId) => {
    const json = find.get(questionId)
    return json ? (JSON.parse(json) as Origin) : null
  }
}
