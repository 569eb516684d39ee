import type { Database } from '../store/database/database'
import { replaceMarks } from '../store/takes/marks'
import { takeRecord, type SessionRecord, type TakeRecord } from '../records/records'
import { writeRevision } from '../store/database/revisions'
import { UNANSWERED, writeRubric } from '../store/takes/rubrics'

/*
 * Makes rows say what a record says: what was restored from a backup may be a day old, and what lies
 * beside the sound is not.
 */

/** `copied`: the row gets the record's revision too. `counted`: it is a change, made now. */
export type Applied = 'copied' | 'counted'

/**
 * What a person has said about the take: its notes, its rating, its marks, what it was like, its
 * place as best one, its deletion.
 */
export function applyTakeRecord(db: Database, record: TakeRecord, as: Applied = 'copied'): void {
  const { id, notes, rating, isRecovered, deletedAtMs } = record
  const apply = db.transaction(() => {
    const before = takeRecord(db, id)
    if (!before) return
    const isBest = record.isBest && before.followUp === ''
    if (isBest) {
      db.prepare(
        'UPDATE takes SET is_best = 0 WHERE session_id = ? AND question_id = ? AND is_best = 1',
      ).run(before.sessionId, before.questionId)
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
    if (as === 'copied') writeRevision(db, 'takes', id, record.revision)
  })
  apply.immediate()
}

/** How far the session has come. */
export function applySessionRecord(
  db: Database,
  record: SessionRecord,
  as: Applied = 'copied',
): void {
  const { id, finishedAtMs, deletedAtMs } = record
  const apply = db.transaction(() => {
    db.prepare('UPDATE sessions SET finished_at_ms = ?, deleted_at_ms = ? WHERE id = ?').run(
      finishedAtMs,
      deletedAtMs,
      id,
    )
    if (as === 'copied') writeRevision(db, 'sessions', id, record.revision)
  })
  apply.immediate()
}
