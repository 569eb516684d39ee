import { VERY_SHORT_MS } from '../../../shared/defaults'
import { ANSWERS, KEPT } from '../takes/takeRows'

/** Counts the answered questions of the session `s` of the query around it. */
export const ANSWERED_COUNT = `(SELECT count(DISTINCT question_id) FROM takes
  WHERE session_id = s.id AND ${ANSWERS}
    AND (state = 'damaged' OR duration_ms >= ${VERY_SHORT_MS}))`

/** Counts the questions of the session `s`: its own list, whatever has become of the pack. */
export const QUESTION_COUNT = `(SELECT count(*) FROM session_questions WHERE session_id = s.id)`

/** A SessionSummary of the session `s` of the query around it. */
export const SUMMARY_COLUMNS = `
  s.id, s.kind, s.title, s.pack_id AS packId,
  s.started_at_ms AS startedAtMs, s.finished_at_ms AS finishedAtMs,
  ${QUESTION_COUNT} AS questionCount,
  ${ANSWERED_COUNT} AS answeredCount,
  (SELECT count(*) FROM takes WHERE session_id = s.id AND ${KEPT}) AS takeCount,
  (SELECT total(duration_ms) FROM takes WHERE session_id = s.id AND ${KEPT}) AS spokenMs`
