import type { Database } from '../database/database'
import { AppError } from '../../../shared/errors'
import {
  SessionSettingsSchema,
  type SessionSummary,
  type Session,
  type Take,
} from '../../../shared/model'
import { QUESTION_COLUMNS, questionFromRow, type QuestionRow } from '../questions/questionRows'
import { SUMMARY_COLUMNS } from './sessionRows'
import { KEPT, TAKE_COLUMNS, takeFromRow, type TakeRow } from '../takes/takeRows'

/**
 * The session with its questions and, in the order of their numbers, their takes.
 * @throws {AppError} NOT_FOUND when it is unknown or deleted
 */
export function openSession(db: Database, { sessionId }: { sessionId: string }): Session {
  const summary = db
    .prepare<[string], SessionSummary & { settings: string; currentQuestionId: string }>(
      `SELECT ${SUMMARY_COLUMNS}, s.settings, s.current_question_id AS currentQuestionId
       FROM sessions s WHERE s.id = ? AND s.deleted_at_ms IS NULL`,
    )
    .get(sessionId)
  if (!summary) throw new AppError('NOT_FOUND', `No session ${sessionId}`)

  const takes = takesByQuestion(db, sessionId)
  const questions = db
    .prepare<[string], QuestionRow & { position: number }>(
      `SELECT ${QUESTION_COLUMNS}, asked.position
       FROM session_questions asked JOIN questions ON questions.id = asked.question_id
       WHERE asked.session_id = ? ORDER BY asked.position`,
    )
    .all(sessionId)
    .map((row) => ({
      ...questionFromRow(row),
      position: row.position,
      takes: takes.get(row.id) ?? [],
    }))
  const settings = SessionSettingsSchema.parse(JSON.parse(summary.settings))
  return { ...summary, settings, questions }
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
