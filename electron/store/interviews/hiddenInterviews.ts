import type { Database } from '../database/database'
import { hasTable } from '../database/hasTable'
import { leaveTombstones } from '../database/tombstones'
import { noSuchInterview } from './interviews'

/* Deleting hides, as with questions: an interview that is hidden is nowhere, until it is gone. */

/** Hides it, or with null brings it back. @throws {AppError} NOT_FOUND */
export function setInterviewDeleted(
  db: Database,
  { interviewId, deletedAtMs }: { interviewId: string; deletedAtMs: number | null },
): void {
  const { changes } = db
    .prepare('UPDATE interviews SET deleted_at_ms = ? WHERE id = ?')
    .run(deletedAtMs, interviewId)
  if (changes === 0) throw noSuchInterview(interviewId)
}

/** Those that were hidden at this moment or before it. */
export function listPurgeableInterviews(
  db: Database,
  { deletedBeforeMs }: { deletedBeforeMs: number },
): string[] {
  return db
    .prepare<[number], string>('SELECT id FROM interviews WHERE deleted_at_ms <= ?')
    .pluck()
    .all(deletedBeforeMs)
}

/** When the first of those was hidden that were hidden after this moment; null when none was. */
export function firstInterviewDeletionMs(
  db: Database,
  { deletedAfterMs }: { deletedAfterMs: number },
): number | null {
  const first = db.prepare<[number], number | null>(
    'SELECT min(deleted_at_ms) FROM interviews WHERE deleted_at_ms > ?',
  )
  return first.pluck().get(deletedAfterMs) ?? null
}

/** Removes it for good; the questions that they asked keep their tag. */
export function removeInterview(db: Database, interviewId: string): void {
  const remove = db.transaction(() => {
    leaveTombstones(db, [interviewId])
    db.prepare('DELETE FROM interviews WHERE id = ?').run(interviewId)
  })
  remove.immediate()
}

/** A question that is deleted for good was asked nowhere. Works on any of our versions. */
export function questionForgotten(db: Database): (questionId: string) => void {
  if (!hasTable(db, 'interview_questions')) return () => {}
  const forget = db.prepare('DELETE FROM interview_questions WHERE question_id = ?')
  return (questionId) => void forget.run(questionId)
}

/**
 * A pack that is deleted for good is practised for no more; an interview that was for nothing else is
 * for what is practised for anyway. Works on any of our versions.
 */
export function forgetPackInInterviews(db: Database, packId: string): void {
  if (!hasTable(db, 'interviews')) return
  db.prepare(
    `UPDATE interviews SET scope = (SELECT CASE
         WHEN count(*) > 0 OR scope -> 'includesOwn' = 'true'
         THEN json_set(scope, '$.packIds', json(json_group_array(value)))
       END FROM json_each(scope, '$.packIds') WHERE value <> @packId)
     WHERE EXISTS (SELECT 1 FROM json_each(scope, '$.packIds') WHERE value = @packId)`,
  ).run({ packId })
}
