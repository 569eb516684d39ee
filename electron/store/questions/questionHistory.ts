import type { QuestionHistory } from '../../../shared/questionHistory'
import { listChoices } from '../takes/choices'
import type { Database } from '../database/database'
import { listMarks } from '../takes/marks'
import { readMeasures } from '../takes/measures'
import { noSuchQuestion } from './questionFields'
import { QUESTION_COLUMNS, questionFromRow, type QuestionRow } from './questionRows'
import { readRubric } from '../takes/rubrics'
import { KEPT, SESSION_SHOWN, TAKE_COLUMNS, takeFromRow, type TakeRow } from '../takes/takeRows'

/**
 * A question with every take of it that is not deleted, over all sessions.
 * @throws {AppError} NOT_FOUND
 */
export function openQuestion(db: Database, questionId: string): QuestionHistory {
  const row = db
    .prepare<[string], QuestionRow & { pack_title: string }>(
      `SELECT ${QUESTION_COLUMNS}, packs.title AS pack_title
       FROM questions JOIN packs ON packs.id = questions.pack_id WHERE questions.id = ?`,
    )
    .get(questionId)
  if (!row) throw noSuchQuestion(questionId)
  const takes = db
    .prepare<[string], TakeRow>(
      `SELECT ${TAKE_COLUMNS} FROM takes WHERE ${KEPT} AND question_id = ? AND ${SESSION_SHOWN}
       ORDER BY id`,
    )
    .all(questionId)
    .map(takeFromRow)
  return {
    question: questionFromRow(row),
    packTitle: row.pack_title,
    takes: takes.map((take) => {
      const stored = readMeasures(db, take.id)
      return {
        take,
        measures: stored.state === 'measured' ? stored.measures : null,
        marks: listMarks(db, take.id),
        rubric: readRubric(db, take.id),
      }
    }),
    choices: listChoices(db, new Set(takes.map(({ id }) => id))),
  }
}
