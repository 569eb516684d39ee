import type { Database } from '../database/database'
import type { RequestInput, RequestOutput } from '../../../shared/contract'
import type { SessionSummary } from '../../../shared/model'
import { findMatches } from '../search/sessionMatches'
import { matchAll, searchWords } from '../search/searchWords'
import { SUMMARY_COLUMNS } from './sessionRows'
import { KEPT } from '../takes/takeRows'

/** Comes after every id, so that the first page needs no query of its own. */
const AFTER_EVERY_ID = '~'

/**
 * A page of the sessions that have a take, newest first. With a query: those with a take on a
 * question that has all its words, in the question or in its example answers, or with a take that
 * has all of them in its notes. A query without a word in it is no filter.
 */
export function listSessions(
  db: Database,
  { query, before, limit }: RequestInput<'sessions.list'>,
): RequestOutput<'sessions.list'> {
  const words = searchWords(query)
  const rows = db
    .prepare<[object], SessionSummary>(
      `SELECT ${SUMMARY_COLUMNS} FROM sessions s
       WHERE s.id < @before AND s.deleted_at_ms IS NULL AND EXISTS (
         SELECT 1 FROM takes WHERE session_id = s.id AND ${KEPT}
         ${words.length > 0 ? MATCHES : ''})
       ORDER BY s.id DESC LIMIT @limit + 1`,
    )
    .all({
      before: before ?? AFTER_EVERY_ID,
      limit,
      ...(words.length > 0 ? matchParams(words) : {}),
    })
  const page = rows.slice(0, limit)
  const matches = findMatches(
    db,
    page.map((row) => row.id),
    words,
  )
  return {
    sessions: page.map((row) => ({ ...row, matches: matches.get(row.id) ?? [] })),
    hasMore: rows.length > limit,
  }
}

// Both lists are made once per query, not once per session.
const MATCHES = `AND (
  question_id IN (SELECT questions.id FROM question_search
    JOIN questions ON questions.key = question_search.rowid
    WHERE question_search MATCH @inQuestions)
  OR key IN (SELECT rowid FROM note_search WHERE note_search MATCH @inNotes))`

function matchParams(words: readonly string[]): { inQuestions: string; inNotes: string } {
  return {
    inQuestions: `(${matchAll(words, 'question')}) OR (${matchAll(words, 'example_answers')})`,
    inNotes: matchAll(words, 'notes'),
  }
}
