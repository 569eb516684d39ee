import type { Database } from '../database/database'
import type { RequestInput, RequestOutput } from '../../../shared/contract'
import { searchTerms, type SearchTerm } from '../../../shared/search/terms'
import { matchAllInAny } from '../search/matchExpression'
import { SEARCHED_QUESTIONS, SEARCHED_TAKES, SESSION_QUESTION_TEXTS } from '../search/searched'
import { findMatches } from '../search/sessionMatches'
import { SUMMARY_COLUMNS } from './sessionRows'
import { KEPT } from '../takes/takeRows'

/** Comes after every id, so that the first page needs no query of its own. */
const AFTER_EVERY_ID = '~'

/**
 * A page of the sessions that have a take, newest first. With a query: those with a take on a
 * question that has all of what was typed in one of its texts, or with a take that has. A query of
 * spaces is no filter.
 */
export function listSessions(
  db: Database,
  { query, before, limit }: RequestInput<'sessions.list'>,
): RequestOutput<'sessions.list'> {
  const terms = searchTerms(query)
  const rows = db
    .prepare<[object], SessionRow>(
      `SELECT ${SUMMARY_COLUMNS}, ${OWN_TITLE} AS ownTitle FROM sessions s
       WHERE s.id < @before AND s.deleted_at_ms IS NULL AND EXISTS (
         SELECT 1 FROM takes WHERE session_id = s.id AND ${KEPT}
         ${terms.length > 0 ? MATCHES : ''})
       ORDER BY s.id DESC LIMIT @limit + 1`,
    )
    .all({
      before: before ?? AFTER_EVERY_ID,
      limit,
      ...(terms.length > 0 ? matchParams(terms) : {}),
    })
  const page = rows.slice(0, limit)
  const matches = findMatches(
    db,
    page.map((row) => row.id),
    terms,
  )
  return {
    sessions: page.map((row) => ({ ...row, matches: matches.get(row.id) ?? [] })),
    hasMore: rows.length > limit,
  }
}

type SessionRow = Omit<RequestOutput<'sessions.list'>['sessions'][number], 'matches'>

// Counted once per query, not once per session.
const PRACTISED_PACKS = `(SELECT count(*) FROM packs WHERE EXISTS (
  SELECT 1 FROM sessions AS other WHERE other.pack_id = packs.id AND other.kind = 'pack'
    AND other.deleted_at_ms IS NULL
    AND EXISTS (SELECT 1 FROM takes WHERE session_id = other.id AND ${KEPT})))`

const OWN_TITLE = `CASE WHEN s.kind = 'pack' AND ${PRACTISED_PACKS} <= 1
  THEN NULL ELSE s.title END`

// Both lists are made once per query, not once per session.
const MATCHES = `AND (
  question_id IN (SELECT questions.id FROM ${SEARCHED_QUESTIONS.searchTable} AS found
    JOIN questions ON questions.key = found.rowid
    WHERE ${SEARCHED_QUESTIONS.searchTable} MATCH @inQuestions)
  OR key IN (SELECT rowid FROM ${SEARCHED_TAKES.searchTable}
    WHERE ${SEARCHED_TAKES.searchTable} MATCH @inTakes))`

function matchParams(terms: readonly SearchTerm[]): { inQuestions: string; inTakes: string } {
  return {
    inQuestions: matchAllInAny(terms, SESSION_QUESTION_TEXTS),
    inTakes: matchAllInAny(terms, SEARCHED_TAKES.texts),
  }
}
