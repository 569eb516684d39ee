import type { QuestionName, UnfinishedSession } from '../../../shared/model'
import type { Database } from '../database/database'
import { QUESTION_NAME_COLUMNS } from '../questions/questionRows'
import { KEPT } from '../takes/takeRows'
import { QUESTION_COUNT } from './sessionRows'

type UnfinishedRow = Omit<UnfinishedSession, 'currentQuestion'> &
  Omit<QuestionName, 'id'> & { questionId: string }

/**
 * The session that "Resume session" opens: the newest that is neither finished nor deleted, and in
 * which there is something to return to, a take or a question beyond the first one. Someone who
 * only looked at the first question loses nothing by starting again.
 */
export function unfinishedSession(db: Database): UnfinishedSession | null {
  const row = db
    .prepare<[], UnfinishedRow>(
      `SELECT s.id, s.kind, s.title, s.pack_id AS packId, ${QUESTION_COUNT} AS questionCount,
         asked.position AS currentPosition, questions.id AS questionId, ${QUESTION_NAME_COLUMNS},
         coalesce((SELECT max(started_at_ms) FROM takes WHERE session_id = s.id AND ${KEPT}),
           s.started_at_ms) AS lastAtMs
       FROM sessions s
       JOIN session_questions asked
         ON asked.session_id = s.id AND asked.question_id = s.current_question_id
       JOIN questions ON questions.id = s.current_question_id
       WHERE s.finished_at_ms IS NULL AND s.deleted_at_ms IS NULL
         AND (asked.position > 1
           OR EXISTS (SELECT 1 FROM takes WHERE session_id = s.id AND ${KEPT}))
       ORDER BY s.id DESC LIMIT 1`,
    )
    .get()
  if (!row) return null
  const { questionId, question, shortTitle, language, ...session } = row
  return { ...session, currentQuestion: { id: questionId, question, shortTitle, language } }
}
