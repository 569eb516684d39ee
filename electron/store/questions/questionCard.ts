import type { PackKind } from '../../../shared/model'
import type { QuestionCard } from '../../../shared/questions/questionRequests'
import type { Database } from '../database/database'
import { leftOutLines } from '../takes/outlineTicks'
import { ANSWERS, SESSION_SHOWN } from '../takes/takeRows'
import { IS_WEAK } from './listQuestions'
import { PACK_SHOWN } from './packSummaries'
import { noSuchQuestion } from './questionFields'
import { readLayer } from './questionLayer'
import { QUESTION_COLUMNS, questionFromRow, type QuestionRow } from './questionRows'

/**
 * Everything that is known of a question but its takes. One that is deleted can be read as long as a
 * session asks it.
 * @throws {AppError} NOT_FOUND
 */
export function readQuestionCard(db: Database, questionId: string): QuestionCard {
  const row = db
    .prepare<
      [string],
      QuestionRow & {
        pack_id: string
        pack_title: string
        kind: PackKind
        take_count: number
        is_gone: number
        is_weak: number
      }
    >(
      `SELECT ${QUESTION_COLUMNS}, pack_id, packs.title AS pack_title, kind,
         questions.is_deleted = 1 OR questions.deleted_at_ms IS NOT NULL OR NOT (${PACK_SHOWN})
           AS is_gone,
         (SELECT count(*) FROM takes WHERE takes.question_id = questions.id AND ${ANSWERS}
           AND ${SESSION_SHOWN}) AS take_count,
         ifnull(${IS_WEAK}, 0) AS is_weak
       FROM questions JOIN packs ON packs.id = pack_id WHERE questions.id = ?`,
    )
    .get(questionId)
  if (!row) throw noSuchQuestion(questionId)
  return {
    question: questionFromRow(row),
    layer: readLayer(db, questionId),
    pack: { id: row.pack_id, title: row.pack_title, kind: row.kind },
    takeCount: row.take_count,
    isDeleted: row.is_gone === 1,
    leftOut: leftOutLines(db, questionId),
    isWeak: row.is_weak === 1,
  }
}
