import { AppError } from '../../../shared/errors'
import type { OutlineTick } from '../../../shared/questions/questionRequests'
import type { Database } from '../database/database'
import { ANSWERS, SESSION_SHOWN } from './takeRows'

/** The lines of the outline as they were at this take; none when none was ticked. */
export function readOutlineTicks(db: Database, takeId: string): OutlineTick[] {
  const lines = db
    .prepare<[string], string>('SELECT lines FROM outline_ticks WHERE take_id = ?')
    .pluck()
    .get(takeId)
  return lines === undefined ? [] : (JSON.parse(lines) as OutlineTick[])
}

/** Puts these in the place of whatever the take has. @throws {AppError} NOT_FOUND */
export function writeOutlineTicks(
  db: Database,
  { takeId, lines }: { takeId: string; lines: readonly OutlineTick[] },
): void {
  if (lines.length === 0) {
    db.prepare('DELETE FROM outline_ticks WHERE take_id = ?').run(takeId)
    return
  }
  const written = db
    .prepare(
      `INSERT INTO outline_ticks (take_id, lines) SELECT id, @lines FROM takes WHERE id = @takeId
       ON CONFLICT (take_id) DO UPDATE SET lines = excluded.lines`,
    )
    .run({ takeId, lines: JSON.stringify(lines) })
  if (written.changes === 0) throw new AppError('NOT_FOUND', `No take ${takeId}`)
}

/** What the newest take of the question that was ticked has left out. */
export function leftOutLines(db: Database, questionId: string): string[] {
  const lines = db
    .prepare<[string], string>(
      `SELECT lines FROM takes CROSS JOIN outline_ticks ON take_id = takes.id
       WHERE ${ANSWERS} AND question_id = ? AND ${SESSION_SHOWN}
       ORDER BY takes.id DESC LIMIT 1`,
    )
    .pluck()
    .get(questionId)
  if (lines === undefined) return []
  return (JSON.parse(lines) as OutlineTick[]).flatMap(({ line, isSaid }) => (isSaid ? [] : [line]))
}
