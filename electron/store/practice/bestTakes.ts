import type { BestTake } from '../../../shared/practice/practiceRequests'
import type { PracticeScope } from '../../../shared/practice/scope'
import type { Database } from '../database/database'
import { QUESTION_NAME_COLUMNS } from '../questions/questionRows'
import { ANSWERS, SESSION_SHOWN } from '../takes/takeRows'
import { listPractisedQuestions } from './practisedQuestions'

/** As many as one listens to on the evening before. */
const MOST = 20

/** Of each question that one practises for the newest take that was kept as best, in the order of the packs. */
export function listBestTakes(db: Database, scope: PracticeScope | null): BestTake[] {
  const questionIds = listPractisedQuestions(db, scope).map(({ questionId }) => questionId)
  return db
    .prepare<[string, number], BestTake>(
      `SELECT takes.id AS takeId, takes.session_id AS sessionId, takes.question_id AS questionId,
         ${QUESTION_NAME_COLUMNS}, takes.duration_ms AS durationMs
       FROM json_each(?) AS wanted CROSS JOIN questions ON questions.id = wanted.value
       JOIN takes ON takes.id = (SELECT takes.id FROM takes
         WHERE takes.question_id = questions.id AND takes.is_best = 1 AND ${ANSWERS}
           AND ${SESSION_SHOWN} ORDER BY takes.id DESC LIMIT 1)
       ORDER BY wanted.key LIMIT ?`,
    )
    .all(JSON.stringify(questionIds), MOST)
}
