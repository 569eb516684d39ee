import type { Database } from '../database/database'

/**
 * Questions that are deleted leave the sessions in which nothing was answered to them: only a take
 * needs their words. A session of which only they are left keeps the last one until it goes itself.
 * All at once, because each session's places are given out anew: one by one, a session of ten
 * thousand would be moved up ten thousand times.
 */
export function leaveSessions(db: Database, questionIds: readonly string[]): void {
  const find = db
    .prepare<[object], string>(
      `SELECT session_id FROM session_questions AS asked WHERE question_id = @questionId
         AND NOT EXISTS (SELECT 1 FROM takes
           WHERE takes.session_id = asked.session_id AND takes.question_id = @questionId)
         AND EXISTS (SELECT 1 FROM session_questions AS others
           WHERE others.session_id = asked.session_id AND others.question_id <> @questionId)`,
    )
    .pluck()
  const currentPlace = db
    .prepare<[string], number>(
      `SELECT position FROM sessions CROSS JOIN session_questions AS asked
         ON asked.session_id = sessions.id AND question_id = current_question_id
       WHERE sessions.id = ?`,
    )
    .pluck()
  const leave = db.prepare('DELETE FROM session_questions WHERE session_id = ? AND question_id = ?')
  /** Where somebody was in each session that is left. */
  const places = new Map<string, number>()
  for (const questionId of questionIds) {
    for (const sessionId of find.all({ questionId })) {
      if (!places.has(sessionId)) places.set(sessionId, currentPlace.get(sessionId) ?? 1)
      leave.run(sessionId, questionId)
    }
  }
  for (const [sessionId, place] of places) closeUp(db, sessionId, place)
}

/** Whoever was at a question that left is at the one that followed it. */
function closeUp(db: Database, sessionId: string, place: number): void {
  // The title is written too, so that the change is counted and the session's record follows.
  db.prepare(
    `UPDATE sessions SET title = title, current_question_id = iif(current_question_id IS NULL, NULL,
       (SELECT question_id FROM session_questions WHERE session_id = @sessionId
        ORDER BY position < @place, abs(position - @place) LIMIT 1))
     WHERE id = @sessionId`,
  ).run({ sessionId, place })
  const places = db
    .prepare<[string], number>(
      'SELECT position FROM session_questions WHERE session_id = ? ORDER BY position',
    )
    .pluck()
    .all(sessionId)
  // One after the other: no two may have the same place, not even for a moment.
  const move = db.prepare(
    'UPDATE session_questions SET position = ? WHERE session_id = ? AND position = ?',
  )
  places.forEach((from, index) => {
    if (from !== index + 1) move.run(index + 1, sessionId, from)
  })
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
