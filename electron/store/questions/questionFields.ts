import { AppError } from '../../../shared/errors'
import type { QuestionChanges, QuestionFields } from '../../../shared/questions/questionFields'
import type { Database } from '../database/database'
import { newId } from '../database/ids'
import type { Origin } from './origin'
import { fieldsFromRow, type QuestionRow } from './questionRows'

/* The fields of one's own questions as rows. Whose they are, and whether they may be written, is asked before. */

/** Its language is its own; null: that of its pack. */
type FieldRow = Omit<QuestionRow, 'id' | 'language'> & { language: string | null }

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

/** Reads the fields of any question. What it returns throws NOT_FOUND. */
export function fieldReader(db: Database): (questionId: string) => QuestionFields {
  const find = db.prepare<[string], FieldRow>(
    `SELECT ${COLUMNS} FROM questions WHERE id = ? AND is_deleted = 0`,
  )
  return (questionId) => {
    const row = find.get(questionId)
    if (!row) throw noSuchQuestion(questionId)
    return { ...fieldsFromRow(row), language: row.language }
  }
}

type SaidFields = { [Name in keyof QuestionChanges]: QuestionChanges[Name] | undefined }

/** Writes those of the fields that are said, over those that were read. */
export function fieldWriter(
  db: Database,
): (questionId: string, now: QuestionFields, changes: SaidFields) => void {
  const write = db.prepare(
    `UPDATE questions SET (${COLUMNS}) = (@question, @shortTitle, @whyTheyAsk, @exampleAnswers,
       @talkingPoints, @pitfalls, @followUps, @outline, @tags, @language, @shortestMs, @longestMs)
     WHERE id = @questionId`,
  )
  return (questionId, now, changes) => {
    const said = Object.entries(changes).filter(([, value]) => value !== undefined)
    if (said.length === 0) return
    const fields = { ...now, ...(Object.fromEntries(said) as QuestionChanges) } as QuestionFields
    write.run({ questionId, ...columnsOf(fields) })
  }
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
