import { AppError } from '../../../shared/errors'
import type { Database } from '../database/database'
import { leaveTombstones } from '../database/tombstones'
import { forgetPack } from './deleteQuestion'
import { removePackRow, requireOwnPack } from './ownPacks'
import { requireOwn } from './ownQuestions'

/*
 * Deleting hides, as with takes: a question or a pack that is hidden is asked and listed nowhere,
 * and can be brought back until it is removed for good. The questions of a hidden pack are hidden by
 * it, and say nothing of it themselves.
 */

interface Hidden {
  /** Now, or null to bring back. */
  deletedAtMs: number
  /** Whether their takes go too. */
  withTakes: boolean
}

/** Hides questions of one's own. @throws {AppError} NOT_FOUND, BAD_REQUEST for those of the app */
export function hideQuestions(
  db: Database,
  { questionIds, deletedAtMs, withTakes }: Hidden & { questionIds: readonly string[] },
): void {
  const hide = db.transaction(() => {
    requireOwn(db, questionIds)
    const ids = JSON.stringify(questionIds)
    db.prepare(
      `UPDATE questions SET deleted_at_ms = ?
       WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at_ms IS NULL`,
    ).run(deletedAtMs, ids)
    if (withTakes) hideTakes(db, 'SELECT value FROM json_each(@of)', ids, deletedAtMs)
  })
  hide.immediate()
}

/** Brings them back, and the takes that went with them. @throws {AppError} NOT_FOUND */
export function showQuestions(db: Database, questionIds: readonly string[]): void {
  const show = db.transaction(() => {
    requireOwn(db, questionIds)
    const ids = JSON.stringify(questionIds)
    db.prepare(
      `UPDATE takes SET deleted_at_ms = NULL
       WHERE question_id IN (SELECT value FROM json_each(@ids)) AND deleted_at_ms =
         (SELECT deleted_at_ms FROM questions WHERE questions.id = takes.question_id)`,
    ).run({ ids })
    db.prepare(
      `UPDATE questions SET deleted_at_ms = NULL
       WHERE id IN (SELECT value FROM json_each(@ids)) AND deleted_at_ms IS NOT NULL`,
    ).run({ ids })
  })
  show.immediate()
}

/** Hides a pack of one's own. @throws {AppError} NOT_FOUND, BAD_REQUEST for one of the app */
export function hidePack(
  db: Database,
  { packId, deletedAtMs, withTakes }: Hidden & { packId: string },
): void {
  const hide = db.transaction(() => {
    requireOwnPack(db, packId)
    db.prepare('UPDATE packs SET deleted_at_ms = ? WHERE id = ?').run(deletedAtMs, packId)
    if (withTakes) hideTakes(db, QUESTIONS_OF_PACK, packId, deletedAtMs)
  })
  hide.immediate()
}

/** Brings it back, and the takes that went with it. @throws {AppError} NOT_FOUND */
export function showPack(db: Database, packId: string): void {
  const show = db.transaction(() => {
    db.prepare(
      `UPDATE takes SET deleted_at_ms = NULL
       WHERE question_id IN (${QUESTIONS_OF_PACK})
         AND deleted_at_ms = (SELECT deleted_at_ms FROM packs WHERE id = @of)`,
    ).run({ of: packId })
    const shown = db
      .prepare(
        `UPDATE packs SET deleted_at_ms = NULL
         WHERE id = ? AND kind <> 'built-in' AND is_deleted = 0`,
      )
      .run(packId)
    if (shown.changes === 0) throw new AppError('NOT_FOUND', `No pack ${packId}`)
  })
  show.immediate()
}

const QUESTIONS_OF_PACK = `SELECT id FROM questions WHERE pack_id = @of
  AND deleted_at_ms IS NULL AND is_deleted = 0`

function hideTakes(db: Database, questionIds: string, of: string, deletedAtMs: number): void {
  db.prepare(
    `UPDATE takes SET deleted_at_ms = @deletedAtMs
     WHERE question_id IN (${questionIds}) AND deleted_at_ms IS NULL`,
  ).run({ of, deletedAtMs })
}

/** Questions that were hidden at this moment or before it, and those of packs that were. */
export function listPurgeableQuestions(
  db: Database,
  { deletedBeforeMs }: { deletedBeforeMs: number },
): string[] {
  return db
    .prepare<[object], string>(
      `SELECT id FROM questions WHERE deleted_at_ms <= @deletedBeforeMs
       UNION ALL SELECT questions.id FROM packs CROSS JOIN questions ON pack_id = packs.id
         WHERE packs.deleted_at_ms <= @deletedBeforeMs AND questions.is_deleted = 0
           AND coalesce(questions.deleted_at_ms > @deletedBeforeMs, 1)`,
    )
    .pluck()
    .all({ deletedBeforeMs })
}

/** Packs that were hidden at this moment or before it. */
export function listPurgeablePacks(
  db: Database,
  { deletedBeforeMs }: { deletedBeforeMs: number },
): string[] {
  return db
    .prepare<[number], string>('SELECT id FROM packs WHERE deleted_at_ms <= ?')
    .pluck()
    .all(deletedBeforeMs)
}

/** When the first of what was hidden after this moment was hidden; null when nothing was. */
export function firstQuestionDeletionMs(
  db: Database,
  { deletedAfterMs }: { deletedAfterMs: number },
): number | null {
  return (
    db
      .prepare<[object], number | null>(
        `SELECT min(first) FROM (
           SELECT min(deleted_at_ms) AS first FROM questions WHERE deleted_at_ms > @deletedAfterMs
           UNION ALL SELECT min(deleted_at_ms) FROM packs WHERE deleted_at_ms > @deletedAfterMs)`,
      )
      .pluck()
      .get({ deletedAfterMs }) ?? null
  )
}

/**
 * Removes a pack whose questions are removed. Its name alone stays as long as the words of one of
 * them, or a session of it, do.
 */
export function removePack(db: Database, packId: string): void {
  const remove = db.transaction(() => {
    leaveTombstones(db, [packId])
    db.prepare('UPDATE packs SET is_deleted = 1, deleted_at_ms = NULL WHERE id = ?').run(packId)
    forgetPack(db, packId)
  })
  remove.immediate()
}

/** Removes the names of deleted packs to which nothing refers any more. @returns how many went */
export function removeUnusedPacks(db: Database): number {
  const left = db.prepare<[], string>('SELECT id FROM packs WHERE is_deleted = 1').pluck().all()
  const gone = left.filter((id) => removePackRow(db, id))
  leaveTombstones(db, gone)
  return gone.length
}
