import type { RequestOutput } from '../../../shared/contract'
import type { SearchTerm } from '../../../shared/search/terms'
import type { Database } from '../database/database'
import { QUESTION_NAME_COLUMNS } from '../questions/questionRows'
import { KEPT } from '../takes/takeRows'
import { excerptAround } from './excerpt'
import { matchAll } from './matchExpression'
import { SEARCHED_QUESTIONS, SEARCHED_TAKES, SESSION_QUESTION_TEXTS } from './searched'

type Match = RequestOutput<'sessions.list'>['sessions'][number]['matches'][number]

const QUESTION_TEXTS = SESSION_QUESTION_TEXTS
const TAKE_TEXTS = SEARCHED_TAKES.texts
const PLACES = [...QUESTION_TEXTS, ...TAKE_TEXTS]

interface FoundRow {
  sessionId: string
  questionId: string
  question: string
  shortTitle: string | null
  language: string
  /** Index of the searched text. */
  place: number
  /** Of a take; the texts of a question are read once, in however many sessions it was found. */
  takeText: string | null
}

/**
 * Where the terms were found in each of these sessions, in the order of the questions; for one
 * question at most once in each of its texts and once in each of those of its takes (of several
 * takes the first).
 */
export function findMatches(
  db: Database,
  sessionIds: readonly string[],
  terms: readonly SearchTerm[],
): Map<string, Match[]> {
  const matches = new Map<string, Match[]>()
  if (terms.length === 0 || sessionIds.length === 0) return matches
  const excerpts = new Map<string, string>()
  for (const row of found(db, sessionIds, terms)) {
    const { sessionId, place, takeText, ...name } = row
    const { questionId } = name
    const key = takeText ?? `${String(place)} ${questionId}`
    const excerpt =
      excerpts.get(key) ?? excerptAround(takeText ?? questionText(db, questionId, place), terms)
    excerpts.set(key, excerpt)
    const { foundIn } = PLACES[place]!
    const match = { ...name, foundIn, excerpt }
    const known = matches.get(sessionId)
    if (known) known.push(match)
    else matches.set(sessionId, [match])
  }
  return matches
}

function questionText(db: Database, questionId: string, place: number): string {
  const text = QUESTION_TEXTS[place]!.text('questions')
  const read = db.prepare<[string], string>(`SELECT ${text} FROM questions WHERE id = ?`)
  return read.pluck().get(questionId) ?? ''
}

function found(
  db: Database,
  sessionIds: readonly string[],
  terms: readonly SearchTerm[],
): FoundRow[] {
  const { searchTable: questionSearch } = SEARCHED_QUESTIONS
  const { searchTable: takeSearch } = SEARCHED_TAKES
  const inQuestions = QUESTION_TEXTS.map(
    ({ column }, index) => `
      SELECT DISTINCT session_id, question_id, ${String(index)}, NULL
      FROM listed CROSS JOIN takes USING (session_id)
      WHERE ${KEPT} AND question_id IN (SELECT questions.id FROM ${questionSearch}
        JOIN questions ON questions.key = ${questionSearch}.rowid
        WHERE ${questionSearch} MATCH @${column})`,
  )
  const inTakes = TAKE_TEXTS.map(
    ({ column, text }, index) => `
      -- SQLite takes the other columns from the row that has the minimum
      SELECT session_id, question_id, ${String(QUESTION_TEXTS.length + index)}, text FROM (
        SELECT session_id, question_id, ${text('takes')} AS text, min(number)
        FROM listed CROSS JOIN takes USING (session_id)
        WHERE ${KEPT} AND key IN
          (SELECT rowid FROM ${takeSearch} WHERE ${takeSearch} MATCH @${column})
        GROUP BY session_id, question_id)`,
  )
  return db
    .prepare<[object], FoundRow>(
      `WITH listed (session_id) AS MATERIALIZED (SELECT value FROM json_each(@sessionIds)),
       found (session_id, question_id, place, text) AS (
         ${[...inQuestions, ...inTakes].join(' UNION ALL ')})
       SELECT found.session_id AS sessionId, found.question_id AS questionId,
         ${QUESTION_NAME_COLUMNS}, place, text AS takeText
       FROM found CROSS JOIN questions ON questions.id = found.question_id
       CROSS JOIN session_questions asked
         ON asked.session_id = found.session_id AND asked.question_id = found.question_id
       ORDER BY found.session_id, asked.position, place`,
    )
    .all({
      sessionIds: JSON.stringify(sessionIds),
      ...Object.fromEntries(PLACES.map(({ column }) => [column, matchAll(terms, column)])),
    })
}
