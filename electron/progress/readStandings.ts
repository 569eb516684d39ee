import type { QuestionName } from '../../shared/model'
import type { ProgressRow, Standing } from '../../shared/progress/progressRequests'
import type { Database } from '../store/database/database'
import { currentScope } from '../store/practice/currentScope'
import { listPractisedQuestions } from '../store/practice/practisedQuestions'
import { PACK_SHOWN } from '../store/questions/packSummaries'
import { QUESTION_NAME_COLUMNS, TO_ASK } from '../store/questions/questionRows'
import type { RecentDay } from './makeSummaries'
import { parseQuestionSummary } from './storeSummaries'

/** From the best on. */
const STANDINGS: readonly Standing[] = ['kept', 'rated', 'said', 'unsaid']
const STANDING = `coalesce(standing, 'unsaid')`
const STANDING_ORDER = `CASE ${STANDING} ${STANDINGS.map(
  (standing, index) => `WHEN '${standing}' THEN ${String(index)}`,
).join(' ')} END`

/** Of what one practises for: those that stand best first, and of these the one that was said last. */
export function readStandings(db: Database): {
  standings: Record<Standing, number>
  questionIds: string[]
} {
  const practised = listPractisedQuestions(db, currentScope(db))
  const rows = db
    .prepare<[string], { questionId: string; standing: Standing }>(
      `SELECT wanted.value AS questionId, ${STANDING} AS standing
       FROM json_each(?) AS wanted LEFT JOIN progress_questions ON question_id = wanted.value
       ORDER BY ${STANDING_ORDER}, last_said_at_ms DESC, wanted.key`,
    )
    .all(JSON.stringify(practised.map(({ questionId }) => questionId)))
  const standings = { kept: 0, rated: 0, said: 0, unsaid: 0 }
  for (const { standing } of rows) standings[standing] += 1
  return { standings, questionIds: rows.map(({ questionId }) => questionId) }
}

/** @param dayStarts when each of the days began that are shown, oldest first */
export function readProgressRows(
  db: Database,
  questionIds: readonly string[],
  dayStarts: readonly number[],
): ProgressRow[] {
  return db
    .prepare<[string], QuestionName & { packTitle: string; summary: string | null }>(
      `SELECT questions.id, ${QUESTION_NAME_COLUMNS}, packs.title AS packTitle, summary
       FROM json_each(?) AS wanted CROSS JOIN questions ON questions.id = wanted.value
         CROSS JOIN packs ON packs.id = pack_id
         LEFT JOIN progress_questions ON question_id = questions.id
       WHERE ${PACK_SHOWN} AND ${TO_ASK} ORDER BY wanted.key`,
    )
    .all(JSON.stringify(questionIds))
    .map(({ summary: stored, ...question }) => {
      const { recent, ...summary } = parseQuestionSummary(stored)
      return { ...question, ...summary, days: daysOf(recent, dayStarts) }
    })
}

function daysOf(recent: readonly RecentDay[], dayStarts: readonly number[]): ProgressRow['days'] {
  const byStart = new Map(recent.map(({ fromMs, ...said }) => [fromMs, said]))
  return dayStarts.map((fromMs) => byStart.get(fromMs) ?? null)
}
