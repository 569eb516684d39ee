import type { Database } from '../database/database'
import type { RequestOutput } from '../../../shared/contract'
import { excerptAround, matchAll } from './searchWords'
import { KEPT } from '../takes/takeRows'

type Match = RequestOutput<'sessions.list'>['sessions'][number]['matches'][number]

interface MatchRow {
  sessionId: string
  questionId: string
  question: string
  foundIn: Match['foundIn']
  text: string
}

/**
 * Where the words were found in each of these sessions, in the order of the questions; for one
 * question at most once in itself, once in its example answers and once in its notes (of several
 * takes the first).
 */
export function findMatches(
  db: Database,
  sessionIds: readonly string[],
  words: readonly string[],
): Map<string, Match[]> {
  const matches = new Map<string, Match[]>()
  if (words.length === 0 || sessionIds.length === 0) return matches
  // The same question is found in many sessions: its excerpt is made once.
  const excerpts = new Map<string, string>()
  for (const { sessionId, text, ...found } of readMatches(db, sessionIds, words)) {
    const excerpt = excerpts.get(text) ?? excerptAround(text, words)
    excerpts.set(text, excerpt)
    const known = matches.get(sessionId)
    if (known) known.push({ ...found, excerpt })
    else matches.set(sessionId, [{ ...found, excerpt }])
  }
  return matches
}

function readMatches(
  db: Database,
  sessionIds: readonly string[],
  words: readonly string[],
): MatchRow[] {
  return db
    .prepare<[object], MatchRow>(
      `WITH listed (session_id) AS MATERIALIZED (SELECT value FROM json_each(@sessionIds)),
       found (session_id, question_id, kind, text) AS (
         SELECT DISTINCT session_id, question_id, 1, NULL FROM listed CROSS JOIN takes USING (session_id)
         WHERE ${KEPT} AND question_id IN (${questionsWith('@inQuestion')})
         UNION ALL
         SELECT DISTINCT session_id, question_id, 2, NULL FROM listed CROSS JOIN takes USING (session_id)
         WHERE ${KEPT} AND question_id IN (${questionsWith('@inExamples')})
         UNION ALL
         -- SQLite takes the other columns from the row that has the minimum
         SELECT session_id, question_id, 3, notes FROM (
           SELECT session_id, question_id, notes, min(number)
           FROM listed CROSS JOIN takes USING (session_id)
           WHERE ${KEPT} AND key IN (SELECT rowid FROM note_search WHERE note_search MATCH @inNotes)
           GROUP BY session_id, question_id)
       )
       SELECT found.session_id AS sessionId, found.question_id AS questionId, questions.question,
         CASE kind WHEN 1 THEN 'question' WHEN 2 THEN 'example' ELSE 'notes' END AS foundIn,
         CASE kind WHEN 1 THEN questions.question
           WHEN 2 THEN (SELECT example_answers FROM question_search WHERE rowid = questions.key)
           ELSE text END AS text
       FROM found CROSS JOIN questions ON questions.id = found.question_id
       CROSS JOIN session_questions asked
         ON asked.session_id = found.session_id AND asked.question_id = found.question_id
       ORDER BY found.session_id, asked.position, kind`,
    )
    .all({
      sessionIds: JSON.stringify(sessionIds),
      inQuestion: matchAll(words, 'question'),
      inExamples: matchAll(words, 'example_answers'),
      inNotes: matchAll(words, 'notes'),
    })
}

function questionsWith(parameter: string): string {
  return `SELECT questions.id FROM question_search
    JOIN questions ON questions.key = question_search.rowid
    WHERE question_search MATCH ${parameter}`
}
