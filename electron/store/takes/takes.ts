import type { Database } from '../database/database'
import { AppError } from '../../../shared/errors'
import type { Processing, Rating, Take } from '../../../shared/model'
import { TAKE_COLUMNS, takeFromRow, type TakeRow } from './takeRows'

/*
 * Statements that write and answer with a row are read to their end, with all(): get() stops at the
 * row, the commit comes after it, and nobody would hear that it failed on a full disk.
 */

/**
 * Makes the row of a take that is about to be recorded. Its number is one more than the highest of
 * that question in that session, deleted takes included: they can still be brought back.
 * @throws {AppError} NOT_FOUND for an unknown or deleted session or a question that is not in it.
 */
export function insertRecordingTake(
  db: Database,
  params: {
    id: string
    sessionId: string
    questionId: string
    /** The words of the follow-up that it answers. */
    followUp?: string | undefined
    startedAtMs: number
    microphone: string
    processing: Processing
  },
): Take {
  const { processing, followUp = '', ...rest } = params
  const [row] = db
    .prepare<[object], TakeRow>(
      `INSERT INTO takes (id, session_id, question_id, follow_up, number, state, started_at_ms,
         microphone, echo_cancellation, noise_suppression, auto_gain_control)
       SELECT @id, asked.session_id, asked.question_id, @followUp,
         1 + coalesce((SELECT max(number) FROM takes
           WHERE session_id = @sessionId AND question_id = @questionId), 0),
         'recording', @startedAtMs, @microphone,
         @echoCancellation, @noiseSuppression, @autoGainControl
       FROM session_questions asked JOIN sessions ON sessions.id = asked.session_id
       WHERE asked.session_id = @sessionId AND asked.question_id = @questionId
         AND sessions.deleted_at_ms IS NULL
       RETURNING ${TAKE_COLUMNS}`,
    )
    .all({
      ...rest,
      followUp,
      echoCancellation: Number(processing.echoCancellation),
      noiseSuppression: Number(processing.noiseSuppression),
      autoGainControl: Number(processing.autoGainControl),
    })
  if (!row) {
    throw new AppError(
      'NOT_FOUND',
      `No session ${params.sessionId} with the question ${params.questionId}`,
    )
  }
  return takeFromRow(row)
}

interface ClosedTake {
  takeId: string
  durationMs: number
  sizeBytes: number
}

/** The take can be played. @throws {AppError} NOT_FOUND */
export function markTakeReady(db: Database, take: ClosedTake): Take {
  return closeTake(db, 'ready', take)
}

/** The take is kept although its sound cannot be read. @throws {AppError} NOT_FOUND */
export function markTakeDamaged(db: Database, take: ClosedTake): Take {
  return closeTake(db, 'damaged', take)
}

function closeTake(db: Database, state: 'ready' | 'damaged', take: ClosedTake): Take {
  const [row] = db
    .prepare<[object], TakeRow>(
      `UPDATE takes SET state = @state, duration_ms = @durationMs, size_bytes = @sizeBytes
       WHERE id = @takeId RETURNING ${TAKE_COLUMNS}`,
    )
    .all({ ...take, state })
  if (!row) throw noSuchTake(take.takeId)
  return takeFromRow(row)
}

/** Forgets the take for good; its file is the caller's. No error when it is gone already. */
export function removeTakeRow(db: Database, takeId: string): void {
  db.prepare('DELETE FROM takes WHERE id = ?').run(takeId)
}

export function findTake(
  db: Database,
  takeId: string,
): (Take & { deletedAtMs: number | null }) | null {
  const row = db
    .prepare<[string], TakeRow>(`SELECT ${TAKE_COLUMNS} FROM takes WHERE id = ?`)
    .get(takeId)
  return row ? { ...takeFromRow(row), deletedAtMs: row.deleted_at_ms } : null
}

/** Takes whose recording has not been finished, deleted ones too, oldest first. */
export function listRecordingTakes(db: Database): Take[] {
  return db
    .prepare<[], TakeRow>(`SELECT ${TAKE_COLUMNS} FROM takes WHERE state = 'recording' ORDER BY id`)
    .all()
    .map(takeFromRow)
}

/*
 * Rating and notes may reach a take that was just deleted (the last words typed before the click):
 * they are kept, and are there when the delete is undone.
 */

/** @throws {AppError} NOT_FOUND */
export function setTakeRating(
  db: Database,
  { takeId, rating }: { takeId: string; rating: Rating | null },
): void {
  const result = db.prepare('UPDATE takes SET rating = ? WHERE id = ?').run(rating, takeId)
  if (result.changes === 0) throw noSuchTake(takeId)
}

/** @throws {AppError} NOT_FOUND */
export function setTakeNotes(
  db: Database,
  { takeId, notes }: { takeId: string; notes: string },
): void {
  const result = db.prepare('UPDATE takes SET notes = ? WHERE id = ?').run(notes, takeId)
  if (result.changes === 0) throw noSuchTake(takeId)
}

/**
 * Makes the take the best one of its question in its session, in place of any other, or no longer.
 * A deleted take gives up the title too, so bringing it back never makes two best ones.
 * @throws {AppError} NOT_FOUND when there is no such take or it is deleted, BAD_REQUEST when it
 * answers a follow-up
 */
export function setBestTake(
  db: Database,
  { takeId, isBest }: { takeId: string; isBest: boolean },
): void {
  const change = db.transaction(() => {
    const take = findTake(db, takeId)
    if (!take || take.deletedAtMs !== null) throw noSuchTake(takeId)
    if (isBest && take.followUp !== '') {
      throw new AppError('BAD_REQUEST', 'A take of a follow-up is no best one')
    }
    if (isBest) {
      db.prepare(
        `UPDATE takes SET is_best = 0 WHERE session_id = ? AND question_id = ? AND is_best = 1`,
      ).run(take.sessionId, take.questionId)
    }
    db.prepare('UPDATE takes SET is_best = ? WHERE id = ?').run(Number(isBest), takeId)
  })
  change.immediate()
}

/** Hides the take, or with null brings it back. @throws {AppError} NOT_FOUND */
export function setTakeDeleted(
  db: Database,
  { takeId, deletedAtMs }: { takeId: string; deletedAtMs: number | null },
): void {
  const result = db
    .prepare('UPDATE takes SET deleted_at_ms = ? WHERE id = ?')
    .run(deletedAtMs, takeId)
  if (result.changes === 0) throw noSuchTake(takeId)
}

/** Takes deleted at this moment or before it. */
export function listPurgeableTakes(
  db: Database,
  { deletedBeforeMs }: { deletedBeforeMs: number },
): { takeId: string; sessionId: string }[] {
  return db
    .prepare<[number], { takeId: string; sessionId: string }>(
      `SELECT id AS takeId, session_id AS sessionId FROM takes WHERE deleted_at_ms <= ?`,
    )
    .all(deletedBeforeMs)
}

/** When the first of the takes deleted after this moment was deleted; null when there is none. */
export function firstTakeDeletionMs(
  db: Database,
  { deletedAfterMs }: { deletedAfterMs: number },
): number | null {
  return (
    db
      .prepare<[number], number | null>(
        'SELECT min(deleted_at_ms) FROM takes WHERE deleted_at_ms > ?',
      )
      .pluck()
      .get(deletedAfterMs) ?? null
  )
}

function noSuchTake(takeId: string): AppError {
  return new AppError('NOT_FOUND', `No take ${takeId}`)
}
