import { AppError } from '../../../shared/errors'
import type { QuestionChanges, QuestionFields } from '../../../shared/questions/questionFields'
import type { Database } from '../database/database'
import { newId } from '../database/ids'
import type { Origin } from './origin'

/* The fields of one's own questions as rows. Whose they are, and whether they may be written, is asked before. */

interface FieldRow {
  question: string
  short_title: string | null
  why_they_ask: string
  example_answers: string
  talking_points: string
  pitfalls: string
  follow_ups: string
  outline: string
  tags: string
  language: string | null
  target_shortest_ms: number
  target_longest_ms: number
}

const COLUMNS = `question, short_title, why_they_ask, example_answers, talking_points, pitfalls,
  follow_ups, outline, tags, language, target_shortest_ms, target_longest_ms`

interface NewQuestion {
  packId: string
  position: number
  fields: QuestionFields
  /** What the file said that it is brought from. */
  origin?: Origin
}

/** Makes rows of new questions, each of which answers with its id: a UUID, since one's own are moved and reworded. */
export function questionInserter(db: Database): (question: NewQuestion) => string {
  const insert = db.prepare(
    `INSERT INTO questions (id, pack_id, position, origin, ${COLUMNS})
     VALUES (@id, @packId, @position, @origin, @question, @shortTitle, @whyTheyAsk,
       @exampleAnswers, @talkingPoints, @pitfalls, @followUps, @outline, @tags, @language,
       @shortestMs, @longestMs)`,
  )
  return ({ packId, position, fields, origin }) => {
    const id = newQuestionId()
    const originJson = origin ? JSON.stringify(origin) : null
    insert.run({ id, packId, position, origin: originJson, ...columnsOf(fields) })
    return id
  }
}

/** A UUID, since one's own questions are moved and reworded. */
export function newQuestionId(): string {
  return `own/${newId()}`
}

/** Of any question. @throws {AppError} NOT_FOUND */
export function readFields(db: Database, questionId: string): QuestionFields {
  const row = db
    .prepare<[string], FieldRow>(`SELECT ${COLUMNS} FROM questions WHERE id = ? AND is_deleted = 0`)
    .get(questionId)
  if (!row) throw noSuchQuestion(questionId)
  const list = (json: string): string[] => JSON.parse(json) as string[]
  return {
    question: row.question,
    shortTitle: row.short_title,
    whyTheyAsk: row.why_they_ask,
    exampleAnswers: JSON.parse(row.example_answers) as QuestionFields['exampleAnswers'],
    talkingPoints: list(row.talking_points),
    pitfalls: list(row.pitfalls),
    followUps: list(row.follow_ups),
    outline: list(row.outline),
    tags: list(row.tags),
    language: row.language,
    target: { shortestMs: row.target_shortest_ms, longestMs: row.target_longest_ms },
  }
}

type SaidFields = { [Name in keyof QuestionChanges]: QuestionChanges[Name] | undefined }

/** Writes those of the fields that are said. @throws {AppError} NOT_FOUND */
export function writeFields(db: Database, questionId: string, changes: SaidFields): void {
  const said = Object.entries(changes).filter(([, value]) => value !== undefined)
  if (said.length === 0) return
  const fields = { ...readFields(db, questionId), ...(Object.fromEntries(said) as QuestionChanges) }
  db.prepare(
    `UPDATE questions SET (${COLUMNS}) = (@question, @shortTitle, @whyTheyAsk, @exampleAnswers,
       @talkingPoints, @pitfalls, @followUps, @outline, @tags, @language, @shortestMs, @longestMs)
     WHERE id = @questionId`,
  ).run({ questionId, ...columnsOf(fields as QuestionFields) })
}

export function noSuchQuestion(questionId: string): AppError {
  return new AppError('NOT_FOUND', `No question ${questionId}`)
}

function columnsOf(fields: QuestionFields): Record<string, string | number | null> {
  const { question, shortTitle, whyTheyAsk, language, target } = fields
  return {
    question,
    shortTitle,
    whyTheyAsk,
    exampleAnswers: JSON.stringify(fields.exampleAnswers),
    talkingPoints: JSON.stringify(fields.talkingPoints),
    pitfalls: JSON.stringify(fields.pitfalls),
    followUps: JSON.stringify(fields.followUps),
    outline: JSON.stringify(fields.outline),
    tags: JSON.stringify(fields.tags),
    language,
    ...target,
  }
}
