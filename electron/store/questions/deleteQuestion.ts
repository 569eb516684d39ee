import { QUESTION_BELONGINGS } from '../../belongings/questionBelongings'
import { AppError } from '../../../shared/errors'
import type { Database } from '../database/database'

/**
 * Deletes a question for good, whatever belongs to it included: it leaves a tombstone, by which it
 * goes from the backups, and its record follows. As long as a session asks it its words alone stay.
 * @throws {AppError} NOT_FOUND
 */
export function deleteQuestion(db: Database, questionId: string): void {
  const remove = db.transaction(() => {
    if (!isKnown(db, questionId)) throw new AppError('NOT_FOUND', `No question ${questionId}`)
    db.prepare('UPDATE questions SET is_deleted = 1 WHERE id = ?').run(questionId)
    forgetQuestion(db, questionId)
    leaveTombstone(db, questionId)
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
    for (const questionId of gone) leaveTombstone(db, questionId)
    return gone.length
  })
  return remove.immediate()
}

/** What deleting it does to a database of any of our versions: a backup is cleaned by this too. */
export function forgetQuestion(db: Database, questionId: string): void {
  const isAsked = db.prepare('SELECT 1 FROM session_questions WHERE question_id = ?')
  if (isAsked.get(questionId) === undefined) {
    db.prepare('DELETE FROM questions WHERE id = ?').run(questionId)
    return
  }
  db.prepare('UPDATE questions SET retired = 1 WHERE id = ?').run(questionId)
  for (const { name, owner, blank } of QUESTION_BELONGINGS.flatMap(({ tables }) => tables)) {
    const columns = columnsOf(db, name) // older ones do not have all of them
    if (!blank) {
      if (columns.includes(owner))
        db.prepare(`DELETE FROM ${name} WHERE ${owner} = ?`).run(questionId)
      continue
    }
    const known = Object.entries(blank).filter(([column]) => columns.includes(column))
    const set = known.map(([column]) => `${column} = @${column}`).join(', ')
    db.prepare(`UPDATE ${name} SET ${set} WHERE ${owner} = @questionId`).run({
      ...Object.fromEntries(known),
      questionId,
    })
  }
}

function columnsOf(db: Database, table: string): string[] {
  return db.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
}

function isKnown(db: Database, questionId: string): boolean {
  return db.prepare('SELECT 1 FROM questions WHERE id = ?').get(questionId) !== undefined
}

function leaveTombstone(db: Database, id: string): void {
  db.prepare('INSERT OR IGNORE INTO tombstones (id) VALUES (?)').run(id)
}
