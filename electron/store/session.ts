import type { Database } from './database'
import { AppError } from '../../shared/errors'
import type { Session, SessionQuestion, SessionSummary, Take } from '../../shared/model'
import { SUMMARY_COLUMNS } from './sessionRows'
import { KEPT, TAKE_COLUMNS, takeFromRow, type TakeRow } from './takeRows'

interface QuestionRow {
  id: string
  position: number
  question: string
  why_they_ask: string
  example_answers: string
  talking_points: string
  pitfalls: string
  tags: string
  target_shortest_ms: number
  target_longest_ms: number
}

/**
 * The session with its questions and, in the order of their numbers, their takes.
 * @throws {AppError} NOT_FOUND when it is unknown or deleted
 */
export function openSession(db: Database, { sessionId }: { sessionId: string }): Session {
  const summary = db
    .prepare<[string], SessionSummary & { currentQuestionId: string }>(
      `SELECT ${SUMMARY_COLUMNS}, s.current_question_id AS currentQuestionId
       FROM sessions s WHERE s.id = ? AND s.deleted_at_ms IS NULL`,
    )
    .get(sessionId)
  if (!summary) throw new AppError('NOT_FOUND', `No session ${sessionId}`)

  const takes = takesByQuestion(db, sessionId)
  const questions = db
    .prepare<[string], QuestionRow>(
      `SELECT questions.id, asked.position, question, why_they_ask, example_answers, talking_points,
         pitfalls, tags, target_shortest_ms, target_longest_ms
       FROM session_questions asked JOIN questions ON questions.id = asked.question_id
       WHERE asked.session_id = ? ORDER BY asked.position`,
    )
    .all(sessionId)
    .map((row) => questionFromRow(row, takes.get(row.id) ?? []))
  return { ...summary, questions }
}

function takesByQuestion(db: Database, sessionId: string): Map<string, Take[]> {
  const rows = db
    .prepare<[string], TakeRow>(
      `SELECT ${TAKE_COLUMNS} FROM takes
       WHERE session_id = ? AND ${KEPT} ORDER BY question_id, number`,
    )
    .all(sessionId)
  const takes = new Map<string, Take[]>()
  for (const take of rows.map(takeFromRow)) {
    const sameQuestion = takes.get(take.questionId)
    if (sameQuestion) sameQuestion.push(take)
    else takes.set(take.questionId, [take])
  }
  return takes
}

function questionFromRow(row: QuestionRow, takes: Take[]): SessionQuestion {
  return {
    id: row.id,
    position: row.position,
    question: row.question,
    whyTheyAsk: row.why_they_ask,
    exampleAnswers: JSON.parse(row.example_answers) as SessionQuestion['exampleAnswers'],
    talkingPoints: JSON.parse(row.talking_points) as string[],
    pitfalls: JSON.parse(row.pitfalls) as string[],
    tags: JSON.parse(row.tags) as string[],
    target: { shortestMs: row.target_shortest_ms, longestMs: row.target_longest_ms },
    takes,
  }
}
