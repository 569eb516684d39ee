import type { Rating, Take } from '../../../shared/model'

/**
 * The takes that belong to what a person sees of a session. One that is still recording joins them
 * when it is finished: until then it has no length and cannot be played. Every query repeats this
 * condition word for word, so that SQLite may use the index takes_kept.
 */
export const KEPT = `deleted_at_ms IS NULL AND state <> 'recording'`

/**
 * Those among the kept ones that answer the question itself: what is counted, best, usual and
 * remembered is told by these alone. A take of a follow-up is heard, noted and kept like any other.
 */
export const ANSWERS = `${KEPT} AND follow_up = ''`

/** Their session is not hidden. */
export const SESSION_SHOWN = `EXISTS (SELECT 1 FROM sessions
  WHERE sessions.id = takes.session_id AND sessions.deleted_at_ms IS NULL)`

export interface TakeRow {
  id: string
  session_id: string
  question_id: string
  follow_up: string
  number: number
  state: Take['state']
  started_at_ms: number
  duration_ms: number | null
  is_best: number
  rating: Rating | null
  notes: string
  deleted_at_ms: number | null
}

export const TAKE_COLUMNS = `id, session_id, question_id, follow_up, number, state, started_at_ms,
  duration_ms, is_best, rating, notes, deleted_at_ms`

export function takeFromRow(row: TakeRow): Take {
  const fields = {
    id: row.id,
    sessionId: row.session_id,
    questionId: row.question_id,
    followUp: row.follow_up,
    number: row.number,
    startedAtMs: row.started_at_ms,
    isBest: row.is_best === 1,
    rating: row.rating,
    notes: row.notes,
  }
  if (row.state === 'recording') return { ...fields, state: row.state }
  return { ...fields, state: row.state, durationMs: row.duration_ms ?? 0 }
}
