import type { Database } from '../database/database'
import type { PackSummary, QuestionName } from '../../../shared/model'
import { ANSWERED_COUNT, QUESTION_COUNT } from '../sessions/sessionRows'
import { ANSWERS } from '../takes/takeRows'
import { QUESTION_NAME_COLUMNS, SHOWN, TO_ASK } from './questionRows'

const STARTER_COUNT = 3

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
  const starters = db.prepare<[string, number], QuestionName>(STARTERS)
  const lastPractised = db.prepare<[string], NonNullable<PackSummary['lastPractised']>>(
    LAST_PRACTISED,
  )
  return packs.map((pack) => ({
    ...pack,
    lastPractised: lastPractised.get(pack.id) ?? null,
    starters: starters.all(pack.id, STARTER_COUNT),
  }))
}

const STARTERS = `SELECT questions.id, ${QUESTION_NAME_COLUMNS} FROM questions
  WHERE pack_id = ? AND ${TO_ASK}
    AND NOT EXISTS (SELECT 1 FROM takes WHERE question_id = questions.id AND ${ANSWERS})
  ORDER BY position, id LIMIT ?`

const LAST_PRACTISED = `SELECT s.started_at_ms AS atMs, ${ANSWERED_COUNT} AS answeredCount,
    ${QUESTION_COUNT} AS questionCount
  FROM sessions s
  WHERE s.pack_id = ? AND s.deleted_at_ms IS NULL
    AND EXISTS (SELECT 1 FROM takes WHERE session_id = s.id AND ${ANSWERS})
  ORDER BY s.id DESC LIMIT 1`
