import type { BelongingTable } from '../../belongings/belonging'
import { QUESTION_BELONGINGS } from '../../belongings/questionBelongings'
import { forgetPackInInterviews, questionForgotten } from '../interviews/hiddenInterviews'
import { leaveSessions } from '../sessions/leaveSessions'
import { removePackRow } from './ownPacks'
import { noSuchQuestion } from './questionFields'
import { changingMany } from '../search/searchTables'
import { SEARCHED_QUESTIONS } from '../search/searched'
import type { Database } from '../database/database'
import { leaveTombstones } from '../database/tombstones'

/**
 * Deletes questions for good, whatever belongs to them included: each leaves a tombstone, by which
 * it goes from the backups, and its record follows. As long as a take answers it its words alone
 * stay. All of them in one commit.
 * @throws {AppError} NOT_FOUND
 */
export function deleteQuestions(db: Database, questionIds: readonly string[]): void {
  const remove = db.transaction(() => {
    const isKnown = db.prepare('SELECT 1 FROM questions WHERE id = ?')
    const keepWords = db.prepare(
      'UPDATE questions SET is_deleted = 1, deleted_at_ms = NULL WHERE id = ?',
    )
    const unknown = questionIds.find((questionId) => !isKnown.get(questionId))
    if (unknown !== undefined) throw noSuchQuestion(unknown)
    changingMany(db, SEARCHED_QUESTIONS, questionIds.length, () => {
      for (const questionId of forgetQuestions(db, questionIds)) keepWords.run(questionId)
      leaveTombstones(db, questionIds)
    })
  })
  remove.immediate()
}

/** Removes the words of deleted questions that no session asks any more. @returns how many went */
export function removeUnaskedDeleted(db: Database): number {
  const remove = db.transaction(() => {
    const gone = db
      .prepare<[], string>(
        `DELETE FROM questions WHERE is_deleted = 1 AND NOT EXISTS
           (SELECT 1 FROM session_questions WHERE question_id = questions.id)
         RETURNING id`,
      )
      .pluck()
      .all()
    leaveTombstones(db, gone)
    return gone.length
  })
  return remove.immediate()
}

/**
 * What deleting questions does to a database of any of our versions: a backup is cleaned by this
 * too. One that is not there is no error.
 * @returns those whose words are kept
 */
export function forgetQuestions(db: Database, questionIds: readonly string[]): Set<string> {
  leaveSessions(db, questionIds)
  const forget = questionForgetter(db)
  return new Set(questionIds.filter((id) => forget(id) === 'words kept'))
}

function questionForgetter(db: Database): (questionId: string) => 'gone' | 'words kept' {
  const isAsked = db.prepare('SELECT 1 FROM session_questions WHERE question_id = ?')
  const remove = db.prepare('DELETE FROM questions WHERE id = ?')
  const blank = [
    'UPDATE questions SET retired = 1 WHERE id = @questionId',
    ...QUESTION_BELONGINGS.flatMap(({ tables }) => tables).flatMap((table) => blanking(db, table)),
  ].map((sql) => db.prepare(sql))
  const drafts =
    columnsOf(db, 'question_drafts').length > 0
      ? db.prepare('DELETE FROM question_drafts WHERE question_id = ?')
      : null
  const forgetAsked = questionForgotten(db)
  return (questionId) => {
    drafts?.run(questionId)
    forgetAsked(questionId)
    if (isAsked.get(questionId) === undefined) {
      remove.run(questionId)
      return 'gone'
    }
    for (const statement of blank) statement.run({ questionId })
    return 'words kept'
  }
}

/** Older databases do not have all tables, and not all of their columns. */
function blanking(db: Database, { name, owner, blank }: BelongingTable): string[] {
  const columns = columnsOf(db, name)
  if (!columns.includes(owner)) return []
  if (!blank) return [`DELETE FROM ${name} WHERE ${owner} = @questionId`]
  const known = Object.entries(blank).filter(([column]) => columns.includes(column))
  const set = known.map(([column, value]) => `${column} = ${literal(value)}`).join(', ')
  return known.length > 0 ? [`UPDATE ${name} SET ${set} WHERE ${owner} = @questionId`] : []
}

/** Of a belonging's own description: no quote is in it. */
function literal(value: string | number | null): string {
  return typeof value === 'string' ? `'${value}'` : String(value ?? 'NULL')
}

/** The same for a pack: its name stays only where something is left that is of it. */
export function forgetPack(db: Database, packId: string): void {
  forgetPackInInterviews(db, packId)
  if (removePackRow(db, packId)) return
  db.prepare("UPDATE packs SET description = '' WHERE id = ?").run(packId)
}

function columnsOf(db: Database, table: string): string[] {
  return db.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
}
