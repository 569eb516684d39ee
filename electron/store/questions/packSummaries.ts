import type { Database } from '../database/database'
import type { PackSummary } from '../../../shared/model'
import { ANSWERED_COUNT, QUESTION_COUNT } from '../sessions/sessionRows'
import { ANSWERS } from '../takes/takeRows'

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
  return packs.map((pack) => ({ ...pack, lastPractised: lastPractised(db, pack.id) }))
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
