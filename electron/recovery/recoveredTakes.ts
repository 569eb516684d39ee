import type { RequestOutput } from '../../shared/contract'
import type { Database } from '../store/database/database'
import { KEPT, TAKE_COLUMNS, takeFromRow, type TakeRow } from '../store/takes/takeRows'

/** Remembers that a crash ended this take, so that the person is told of it. No error when it is gone. */
export function setTakeRecovered(
  db: Database,
  { takeId, isRecovered }: { takeId: string; isRecovered: boolean },
): void {
  db.prepare('UPDATE takes SET is_recovered = ? WHERE id = ?').run(Number(isRecovered), takeId)
}

/** The takes that a crash ended and that the person has not decided on, oldest first. */
export function listRecoveredTakes(db: Database): RequestOutput<'recovery.list'> {
  const rows = db
    .prepare<[], TakeRow>(
      `SELECT ${TAKE_COLUMNS} FROM takes WHERE is_recovered = 1 AND ${KEPT} ORDER BY id`,
    )
    .all()
  const question = db
    .prepare<[string], string>('SELECT question FROM questions WHERE id = ?')
    .pluck()
  return rows.map((row) => ({
    take: takeFromRow(row),
    question: question.get(row.question_id) ?? row.question_id,
  }))
}
