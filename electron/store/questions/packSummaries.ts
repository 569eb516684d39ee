import type { Database } from '../database/database'
import type { PackSummary, QuestionName } from '../../../shared/model'
import { ANSWERED_COUNT, QUESTION_COUNT } from '../sessions/sessionRows'
import { ANSWERS } from '../takes/takeRows'
import { QUESTION_NAME_COLUMNS } from './questionRows'

const STARTERS = 3

interface PackRow {
  id: string
  title: string
  description: string
  questionCount: number
}

/** Every pack that has questions to ask, with when it was practised last, by title. */
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
    starters: starters(db, pack.id),
  }))
}

function starters(db: Database, packId: string): QuestionName[] {
  return db
    .prepare<[string, number], QuestionName>(
      `SELECT questions.id, ${QUESTION_NAME_COLUMNS} FROM questions
       WHERE pack_id = ? AND retired = 0
         AND NOT EXISTS (SELECT 1 FROM takes WHERE question_id = questions.id AND ${ANSWERS})
       ORDER BY position LIMIT ?`,
    )
    .all(packId, STARTERS)
}

function lastPractised(db: Database, packId: string): PackSummary['lastPractised'] {
  const row = db
    .prepare<[string], NonNullable<PackSummary['lastPractised']>>(
      `SELECT s.started_at_ms AS atMs, ${ANSWERED_COUNT} AS answeredCount,
         ${QUESTION_COUNT} AS questionCount
       FROM sessions s
       WHERE s.pack_id = ? AND s.deleted_at_ms IS NULL
         AND EXISTS (SELECT 1 FROM takes WHERE session_id = s.id AND ${ANSWERS})
       ORDER BY s.id DESC LIMIT 1`,
    )
    .get(packId)
  return row ?? null
}
