import { KEPT } from '../takes/takeRows'

/** Counts the answered questions of the session `s` of the query around it. */
export const ANSWERED_COUNT = `(SELECT count(DISTINCT question_id) FROM takes
  WHERE session_id = s.id AND ${KEPT})`

/** A SessionSummary of the session `s` of the query around it. */
export const SUMMARY_COLUMNS = `
  s.id, s.pack_id AS packId, (SELECT title FROM packs WHERE packs.id = s.pack_id) AS packTitle,
  s.started_at_ms AS startedAtMs, s.finished_at_ms AS finishedAtMs,
  (SELECT count(*) FROM session_questions WHERE session_id = s.id) AS questionCount,
  ${ANSWERED_COUNT} AS answeredCount,
  (SELECT count(*) FROM takes WHERE session_id = s.id AND ${KEPT}) AS takeCount,
  (SELECT total(duration_ms) FROM takes WHERE session_id = s.id AND ${KEPT}) AS spokenMs`
