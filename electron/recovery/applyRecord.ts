import { closeByRecord } from './adoptRecord'
import type { Database } from '../store/database/database'
import { replaceMarks } from '../store/takes/marks'
import { takeRecord, type SessionRecord, type TakeRecord } from '../records/records'
import { UNANSWERED, writeRubric } from '../store/takes/rubrics'

/*
 * Brings rows up to date with records that are newer: a backup that was restored is a day old, the
 * records beside the sound are not.
 */

/**
 * What a person has said about the take: its notes, its rating, its marks, what it was like, its
 * place as best one, its deletion.
 * One that was being recorded when the backup was made is closed, if its sound is finished.
 * @param soundBytes the size of its finished sound; 0 when there is none
 */
export function applyTakeRecord(db: Database, record: TakeRecord, soundBytes: number): void {
  const { id, notes, rating, isBest, isRecovered, deletedAtMs } = record
  const apply = db.transaction(() => {
    const before = takeRecord(db, id)
    if (!before) return
    if (isBest) {
      db.prepare('UPDATE takes SET is_best = 0 WHERE session_id = ? AND question_id = ?').run(
        before.sessionId,
        before.questionId,
      )
    }
    db.prepare(
      `UPDATE takes SET notes = @notes, rating = @rating, is_best = @isBest,
         is_recovered = @isRecovered, deleted_at_ms = @deletedAtMs
       WHERE id = @id`,
    ).run({
      id,
      notes,
      rating,
      isBest: Number(isBest),
      isRecovered: Number(isRecovered),
      deletedAtMs,
    })
    replaceMarks(db, id, record.marks)
    writeRubric(db, id, record.rubric ?? UNANSWERED)
    const isClosedSince = before.durationMs === null && record.durationMs !== null
    if (isClosedSince && soundBytes > 0) closeByRecord(db, record, soundBytes)
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
