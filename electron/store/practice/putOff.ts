import { noSuchQuestion } from '../questions/questionFields'
import type { Database } from '../database/database'

/** Questions that are put off on this day. What was put off on any other day has come back. */
export function listPutOff(db: Database, day: string): Set<string> {
  return new Set(
    db
      .prepare<[string], string>('SELECT question_id FROM put_off_questions WHERE day = ?')
      .pluck()
      .all(day),
  )
}

/** Puts the question off for this day, or brings it back. @throws {AppError} NOT_FOUND */
export function putOffQuestion(
  db: Database,
  { questionId, isPutOff, day }: { questionId: string; isPutOff: boolean; day: string },
): void {
  const change = db.transaction(() => {
    const isThere = db.prepare('SELECT 1 FROM questions WHERE id = ? AND is_deleted = 0')
    if (!isThere.get(questionId)) throw noSuchQuestion(questionId)
    db.prepare('DELETE FROM put_off_questions WHERE day <> ? OR question_id = ?').run(
      day,
      questionId,
    )
    if (isPutOff) {
      db.prepare('INSERT INTO put_off_questions (question_id, day) VALUES (?, ?)').run(
        questionId,
        day,
      )
    }
  })
  change.immediate()
}
