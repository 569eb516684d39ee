import type { Database } from '../database/database'

/**
 * A question that is deleted leaves the sessions in which nothing was answered to it: only a take
 * needs its words. One in which it is the last question keeps it until the session itself goes.
 */
export function sessionLeaver(db: Database): (questionId: string) => void {
  const find = db
    .prepare<[object], string>(
      `SELECT session_id FROM session_questions AS asked WHERE question_id = @questionId
         AND NOT EXISTS (SELECT 1 FROM takes
           WHERE takes.session_id = asked.session_id AND takes.question_id = @questionId)
         AND EXISTS (SELECT 1 FROM session_questions AS others
           WHERE others.session_id = asked.session_id AND others.question_id <> @questionId)`,
    )
    .pluck()
  return (questionId) => {
    for (const sessionId of find.all({ questionId })) leaveSession(db, sessionId, questionId)
  }
}

function leaveSession(db: Database, sessionId: string, questionId: string): void {
  const [place] = db
    .prepare<[string, string], number>(
      `DELETE FROM session_questions WHERE session_id = ? AND question_id = ? RETURNING position`,
    )
    .pluck()
    .all(sessionId, questionId)
  const following = db
    .prepare<[string, number], number>(
      'SELECT position FROM session_questions WHERE session_id = ? AND position > ? ORDER BY position',
    )
    .pluck()
    .all(sessionId, place ?? 0)
  // One after the other: no two may have the same place, not even for a moment.
  const moveUp = db.prepare(
    'UPDATE session_questions SET position = position - 1 WHERE session_id = ? AND position = ?',
  )
  for (const position of following) moveUp.run(sessionId, position)
  // The title is written too, so that the change is counted and the session's record follows.
  db.prepare(
    `UPDATE sessions SET title = title, current_question_id = iif(current_question_id = @questionId,
       (SELECT question_id FROM session_questions WHERE session_id = @sessionId
        ORDER BY abs(position - @place), position LIMIT 1), current_question_id)
     WHERE id = @sessionId`,
  ).run({ sessionId, questionId, place: place ?? 1 })
}

/** Sessions without a take that ask nothing but questions that are deleted for good. */
export function listSessionsOfDeleted(db: Database): string[] {
  return db
    .prepare<[], string>(
      `SELECT DISTINCT session_id FROM questions CROSS JOIN session_questions AS asked
         ON asked.question_id = questions.id
       WHERE questions.is_deleted = 1
         AND NOT EXISTS (SELECT 1 FROM takes WHERE takes.session_id = asked.session_id)
         AND NOT EXISTS (SELECT 1 FROM session_questions AS others JOIN questions AS kept
           ON kept.id = others.question_id
           WHERE others.session_id = asked.session_id AND kept.is_deleted = 0)`,
    )
    .pluck()
    .all()
}
