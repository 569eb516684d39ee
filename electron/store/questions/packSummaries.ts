import type { Database } from '../database/database'
import type { PackSummary } from '../../../shared/model'
import { ANSWERED_COUNT } from '../sessions/sessionRows'
import { KEPT } from '../takes/takeRows'

interface PackRow {
  id: string
  title: string
  description: string
  questionCount: number
}

/** Every pack that has questions to ask, with how far the person is in it, by title. */
export function listPackSummaries(db: Database): PackSummary[] {
  const packs = db
    .prepare<[], PackRow>(
      `SELECT id, title, description, (SELECT count(*) FROM questions
         WHERE pack_id = packs.id AND retired = 0) AS questionCount
       FROM packs WHERE questionCount > 0 ORDER BY title, id`,
    )
    .all()
  return packs.map((pack) => ({
    ...pack,
    lastPractised: lastPractised(db, pack.id),
    unfinished: unfinishedSession(db, pack.id),
  }))
}

function lastPractised(db: Database, packId: string): PackSummary['lastPractised'] {
  const row = db
    .prepare<[string], { atMs: number; answeredCount: number }>(
      `SELECT s.started_at_ms AS atMs, ${ANSWERED_COUNT} AS answeredCount
       FROM sessions s
       WHERE s.pack_id = ? AND s.deleted_at_ms IS NULL
         AND EXISTS (SELECT 1 FROM takes WHERE session_id = s.id AND ${KEPT})
       ORDER BY s.id DESC LIMIT 1`,
    )
    .get(packId)
  return row ?? null
}

/**
 * The session that "Resume session" opens: the newest that is neither finished nor deleted, and in
 * which there is something to return to, a take or a question beyond the first one. Someone who
 * only looked at the first question loses nothing by starting again.
 */
function unfinishedSession(db: Database, packId: string): PackSummary['unfinished'] {
  const row = db
    .prepare<[string], NonNullable<PackSummary['unfinished']>>(
      `SELECT s.id AS sessionId, ${ANSWERED_COUNT} AS answeredCount,
         asked.position AS currentPosition, questions.question AS currentQuestion
       FROM sessions s
       JOIN session_questions asked
         ON asked.session_id = s.id AND asked.question_id = s.current_question_id
       JOIN questions ON questions.id = s.current_question_id
       WHERE s.pack_id = ? AND s.finished_at_ms IS NULL AND s.deleted_at_ms IS NULL
         AND (asked.position > 1
           OR EXISTS (SELECT 1 FROM takes WHERE session_id = s.id AND ${KEPT}))
       ORDER BY s.id DESC LIMIT 1`,
    )
    .get(packId)
  return row ?? null
}
