import type { Database } from './database'
import type { SessionRecord, TakeRecord } from './records'

/*
 * Brings rows up to date with records that are newer: a backup that was restored is a day old, the
 * records beside the sound are not.
 */

/** What a person has said about the take: its notes, its rating, its place as best one, its deletion. */
export function applyTakeRecord(db: Database, record: TakeRecord): void {
  const { id, sessionId, questionId, notes, rating, isBest, deletedAtMs } = record
  const apply = db.transaction(() => {
    if (isBest) {
      db.prepare('UPDATE takes SET is_best = 0 WHERE session_id = ? AND question_id = ?').run(
        sessionId,
        questionId,
      )
    }
    db.prepare(
      `UPDATE takes SET notes = @notes, rating = @rating, is_best = @isBest,
         deleted_at_ms = @deletedAtMs
       WHERE id = @id`,
    ).run({ id, notes, rating, isBest: Number(isBest), deletedAtMs })
  })
  apply.immediate()
}

/** How far the session has come. */
export function applySessionRecord(db: Database, record: SessionRecord): void {
  const { id, finishedAtMs, deletedAtMs } = record
  db.prepare('UPDATE sessions SET finished_at_ms = ?, deleted_at_ms = ? WHERE id = ?').run(
    finishedAtMs,
    deletedAtMs,
    id,
  )
}
