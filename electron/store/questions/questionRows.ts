import type { Question } from '../../../shared/model'
import type { QuestionFields } from '../../../shared/questions/questionFields'

/**
 * In its pack, and not hidden. Every query repeats this condition word for word, so that SQLite may
 * use the index questions_shown.
 */
export const SHOWN = `questions.retired = 0 AND questions.deleted_at_ms IS NULL`
/** What a session of its pack asks. */
export const TO_ASK = `${SHOWN} AND questions.is_not_for_me = 0`

export interface QuestionRow {
  id: string
  question: string
  short_title: string | null
  why_they_ask: string
  example_answers: string
  talking_points: string
  pitfalls: string
  follow_ups: string
  outline: string
  tags: string
  language: string
  target_shortest_ms: number
  target_longest_ms: number
}

const LANGUAGE = `coalesce(questions.language,
  (SELECT language FROM packs WHERE packs.id = questions.pack_id)) AS language`

export const QUESTION_COLUMNS = `questions.id, question, short_title, why_they_ask, example_answers,
  talking_points, pitfalls, follow_ups, outline, tags, ${LANGUAGE},
  target_shortest_ms, target_longest_ms`

/** A QuestionName but for its id. */
export const QUESTION_NAME_COLUMNS = `questions.question, short_title AS shortTitle, ${LANGUAGE}`

export function questionFromRow(row: QuestionRow): Question {
  return { id: row.id, language: row.language, ...fieldsFromRow(row) }
}

/** All but the language, which may be its own or its pack's. */
export function fieldsFromRow(
  row: Omit<QuestionRow, 'id' | 'language'>,
): Omit<QuestionFields, 'language'> {
  return {
    question: row.question,
    shortTitle: row.short_title,
    whyTheyAsk: row.why_they_ask,
    exampleAnswers: JSON.parse(row.example_answers) as QuestionFields['exampleAnswers'],
    talkingPoints: JSON.parse(row.talking_points) as string[],
    pitfalls: JSON.parse(row.pitfalls) as string[],
    followUps: JSON.parse(row.follow_ups) as string[],
    outline: JSON.parse(row.outline) as string[],
    tags: JSON.parse(row.tags) as string[],
    target: { shortestMs: row.target_shortest_ms, longestMs: row.target_longest_ms },
  }
}
