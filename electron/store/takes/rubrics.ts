import { RUBRIC_ITEMS, type RubricItem } from '../../../shared/defaults'
import { AppError } from '../../../shared/errors'
import type { Rubric, RubricStep } from '../../../shared/rubric'
import type { Database } from '../database/database'

export const UNANSWERED: Rubric = {
  answered: null,
  concrete: null,
  followable: null,
  natural: null,
}

/** What was answered to the four questions about a take; all null when none was. */
export function readRubric(db: Database, takeId: string): Rubric {
  const row = db
    .prepare<[string], Rubric>(`SELECT ${RUBRIC_ITEMS.join(', ')} FROM rubrics WHERE take_id = ?`)
    .get(takeId)
  return row ?? { ...UNANSWERED }
}

/** @throws {AppError} NOT_FOUND for an unknown take */
export function answerRubric(
  db: Database,
  { takeId, item, step }: { takeId: string; item: RubricItem; step: RubricStep | null },
): void {
  writeRubric(db, takeId, { ...readRubric(db, takeId), [item]: step })
}

/** Puts these answers in the place of whatever the take has. @throws {AppError} NOT_FOUND */
export function writeRubric(db: Database, takeId: string, rubric: Rubric): void {
  const written = db
    .prepare(
      `INSERT INTO rubrics (take_id, ${RUBRIC_ITEMS.join(', ')})
       SELECT id, ${RUBRIC_ITEMS.map((item) => `@${item}`).join(', ')} FROM takes
       WHERE id = @takeId
       ON CONFLICT (take_id) DO UPDATE SET
         ${RUBRIC_ITEMS.map((item) => `${item} = excluded.${item}`).join(', ')}`,
    )
    .run({ takeId, ...rubric })
  if (written.changes === 0) throw new AppError('NOT_FOUND', `No take ${takeId}`)
}

export function isAnswered(rubric: Rubric): boolean {
  return RUBRIC_ITEMS.some((item) => rubric[item] !== null)
}
