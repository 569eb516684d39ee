import type { Database } from '../database/database'
import { AppError } from '../../../shared/errors'

/**
 * A session without a take is not kept. Every take counts here, also one that is still recording
 * or can still be brought back: removing the row would strand its file. Should it go later, the
 * purge finds the empty session (see listEmptySessions).
 */
function end(db: Database, sessionId: string, finishedAtMs: number): void {
  if (db.prepare('SELECT 1 FROM takes WHERE session_id = ?').get(sessionId) === undefined) {
    removeSessionRow(db, sessionId)
    return
  }
  // A clock that was set back meanwhile must not make it end before it began.
  db.prepare(
    `UPDATE sessions SET finished_at_ms = coalesce(finished_at_ms, max(?, started_at_ms))
     WHERE id = ?`,
  ).run(finishedAtMs, sessionId)
}

/**
 * Remembers the question at which the person is.
 * @throws {AppError} NOT_FOUND when the session is unknown or deleted, or does not ask the question
 */
export function visitQuestion(
  db: Database,
  { sessionId, questionId }: { sessionId: string; questionId: string },
): void {
  const result = db
    .prepare(
      `UPDATE sessions SET current_question_id = @questionId
       WHERE id = @sessionId AND deleted_at_ms IS NULL AND EXISTS (SELECT 1 FROM session_questions
         WHERE session_id = @sessionId AND question_id = @questionId)`,
    )
    .run({ sessionId, questionId })
  if (result.changes === 0) {
    throw new AppError('NOT_FOUND', `No session ${sessionId} with the question ${questionId}`)
  }
}

/**
 * Ends the session; one without a take is not kept. Ending it twice keeps the first moment.
 * @throws {AppError} NOT_FOUND when the session is unknown or deleted
 */
export function finishSession(
  db: Database,
  { sessionId, finishedAtMs }: { sessionId: string; finishedAtMs: number },
): void {
  const finish = db.transaction(() => {
    requireSession(db, sessionId)
    end(db, sessionId, finishedAtMs)
  })
  finish.immediate()
}

/** @throws {AppError} NOT_FOUND when the session is unknown or deleted */
export function requireSession(db: Database, sessionId: string): void {
  if (!isShown(db, sessionId)) throw noSuchSession(sessionId)
}

/** Whether there is such a session that is not deleted. */
export function isShown(db: Database, sessionId: string): boolean {
  return (
    db.prepare('SELECT 1 FROM sessions WHERE id = ? AND deleted_at_ms IS NULL').get(sessionId) !==
    undefined
  )
}

/** Hides the session, or with null brings it back as it was. @throws {AppError} NOT_FOUND */
export function setSessionDeleted(
  db: Database,
  { sessionId, deletedAtMs }: { sessionId: string; deletedAtMs: number | null },
): void {
  const result = db
    .prepare('UPDATE sessions SET deleted_at_ms = ? WHERE id = ?')
    .run(deletedAtMs, sessionId)
  if (result.changes === 0) throw noSuchSession(sessionId)
}

/** Sessions deleted at this moment or before it. */
export function listPurgeableSessions(
  db: Database,
  { deletedBeforeMs }: { deletedBeforeMs: number },
): string[] {
  return db
    .prepare<[number], string>('SELECT id FROM sessions WHERE deleted_at_ms <= ?')
    .pluck()
    .all(deletedBeforeMs)
}

/** Finished sessions whose last take has been purged: those show up nowhere any more. */
export function listEmptySessions(db: Database): string[] {
  return db
    .prepare<[], string>(
      `SELECT id FROM sessions
       WHERE finished_at_ms IS NOT NULL AND deleted_at_ms IS NULL
         AND NOT EXISTS (SELECT 1 FROM takes WHERE session_id = sessions.id)`,
    )
    .pluck()
    .all()
}

/**
 * Sessions that were begun and left at their first question, without a take: there is nothing in
 * them to return to. Who is in one may still begin, so it is asked only when nobody can be.
 */
export function listUntouchedSessions(db: Database): string[] {
  return db
    .prepare<[], string>(
      `SELECT id FROM sessions
       WHERE finished_at_ms IS NULL AND deleted_at_ms IS NULL
         AND NOT EXISTS (SELECT 1 FROM takes WHERE session_id = sessions.id)
         AND current_question_id = (SELECT question_id FROM session_questions
           WHERE session_id = sessions.id ORDER BY position LIMIT 1)`,
    )
    .pluck()
    .all()
}

/** When the first of the sessions deleted after this moment was deleted; null when there is none. */
export function firstSessionDeletionMs(
  db: Database,
  { deletedAfterMs }: { deletedAfterMs: number },
): number | null {
  return (
    db
      .prepare<[number], number | null>(
        'SELECT min(deleted_at_ms) FROM sessions WHERE deleted_at_ms > ?',
      )
      .pluck()
      .get(deletedAfterMs) ?? null
  )
}

/**
 * Forgets the session and its takes for good; the files are the caller's. One that nobody has deleted
 * leaves a tombstone too where it asks a deleted question: in a backup it would keep its words.
 */
export function removeSessionRow(db: Database, sessionId: string): void {
  const remove = db.transaction(() => {
    db.prepare(
      `INSERT OR IGNORE INTO tombstones (id) SELECT session_id
       FROM session_questions JOIN questions ON questions.id = question_id
       WHERE session_id = ? AND is_deleted = 1`,
    ).run(sessionId)
    db.prepare('DELETE FROM sessions WHERE id = ?').run(sessionId)
  })
  remove()
}

function noSuchSession(sessionId: string): AppError {
  return new AppError('NOT_FOUND', `No session ${sessionId}`)
}
