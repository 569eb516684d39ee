import { AppError } from '../../../shared/errors'
import { MAX_MARKS_PER_TAKE, type MarkKind } from '../../../shared/defaults'
import type { Mark } from '../../../shared/marks'
import type { Database } from '../database/database'

const MARK_COLUMNS = 'id, take_id AS takeId, kind, at_ms AS atMs, note'

/** In the order of the answer. */
export function listMarks(db: Database, takeId: string): Mark[] {
  return db
    .prepare<[string], Mark>(
      `SELECT ${MARK_COLUMNS} FROM marks WHERE take_id = ? ORDER BY at_ms, id`,
    )
    .all(takeId)
}

/**
 * Makes a mark, or leaves the one of this id as it is.
 * @throws {AppError} NOT_FOUND for an unknown take, BAD_REQUEST when it has its fill of marks
 */
export function insertMark(db: Database, mark: Mark): Mark {
  const insert = db.transaction(() => {
    if (!db.prepare('SELECT 1 FROM takes WHERE id = ?').get(mark.takeId)) {
      throw new AppError('NOT_FOUND', `No take ${mark.takeId}`)
    }
    const count = db
      .prepare<[string], number>('SELECT count(*) FROM marks WHERE take_id = ?')
      .pluck()
      .get(mark.takeId)
    if ((count ?? 0) >= MAX_MARKS_PER_TAKE) {
      throw new AppError('BAD_REQUEST', `More than ${String(MAX_MARKS_PER_TAKE)} marks`)
    }
    db.prepare(
      `INSERT INTO marks (id, take_id, kind, at_ms, note)
       VALUES (@id, @takeId, @kind, @atMs, @note) ON CONFLICT (id) DO NOTHING`,
    ).run(mark)
  })
  insert.immediate()
  return mark
}

/** Changes what is given. @throws {AppError} NOT_FOUND */
export function changeMark(
  db: Database,
  {
    markId,
    kind = null,
    atMs = null,
    note = null,
  }: {
    markId: string
    kind?: MarkKind | undefined | null
    atMs?: number | undefined | null
    note?: string | undefined | null
  },
): Mark {
  // Read to its end, for the sake of a commit that fails: see takes.ts.
  const [mark] = db
    .prepare<[object], Mark>(
      `UPDATE marks SET kind = coalesce(@kind, kind), at_ms = coalesce(@atMs, at_ms),
         note = coalesce(@note, note)
       WHERE id = @markId RETURNING ${MARK_COLUMNS}`,
    )
    .all({ markId, kind, atMs, note })
  if (!mark) throw noSuchMark(markId)
  return mark
}

/** @throws {AppError} NOT_FOUND */
export function removeMark(db: Database, markId: string): void {
  const removed = db.prepare('DELETE FROM marks WHERE id = ?').run(markId)
  if (removed.changes === 0) throw noSuchMark(markId)
}

/** Puts these marks in the place of whatever the take has. */
export function replaceMarks(db: Database, takeId: string, marks: readonly Mark[]): void {
  const replace = db.transaction(() => {
    db.prepare('DELETE FROM marks WHERE take_id = ?').run(takeId)
    for (const mark of marks) insertMark(db, { ...mark, takeId })
  })
  replace.immediate()
}

function noSuchMark(markId: string): AppError {
  return new AppError('NOT_FOUND', `No mark ${markId}`)
}
