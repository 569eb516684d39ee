import type { Database } from '../database/database'
import type { PackSummary } from '../../../shared/model'
import { ANSWERED_COUNT, QUESTION_COUNT } from '../sessions/sessionRows'
import { ANSWERS } from '../takes/takeRows'
import { SHOWN, TO_ASK } from './questionRows'

type PackRow = Omit<PackSummary, 'lastPractised'>

/** In which order packs stand everywhere: those of one's own, then those of the app. */
export const PACK_ORDER = `packs.kind = 'built-in', packs.position, packs.title, packs.id`

/** Neither hidden nor gone. */
export const PACK_SHOWN = `packs.deleted_at_ms IS NULL AND packs.is_deleted = 0`

/**
 * Every pack, with when it was practised last; an empty one too when it is one's own. What is not
 * for the person is not counted: nobody asks it.
 */
export function listPackSummaries(db: Database): PackSummary[] {
  const packs = db
    .prepare<[], PackRow>(
      `SELECT id, kind, title, description, language, (SELECT count(*) FROM questions
         WHERE pack_id = packs.id AND ${TO_ASK}) AS questionCount
       FROM packs WHERE ${PACK_SHOWN} AND (kind <> 'built-in' OR EXISTS
         (SELECT 1 FROM questions WHERE pack_id = packs.id AND ${SHOWN}))
       ORDER BY ${PACK_ORDER}`,
    )
    .all()
  const lastPractised = db.prepare<[string], NonNullable<PackSummary['lastPractised']>>(
    LAST_PRACTISED,
  )
  return packs.map((pack) => ({
    ...pack,
    lastPractised: lastPractised.get(pack.id) ?? null,
  }))
}

const LAST_PRACTISED = `SELECT s.started_at_ms AS atMs, ${ANSWERED_COUNT} AS answeredCount,
    ${QUESTION_COUNT} AS questionCount
  FROM sessions s
  WHERE s.pack_id = ? AND s.deleted_at_ms IS NULL
    AND EXISTS (SELECT 1 FROM takes WHERE session_id = s.id AND ${ANSWERS})
  ORDER BY s.id DESC LIMIT 1`
