import type { Question } from '../../../shared/model'

export interface QuestionRow {
  id: string
  question: string
  why_they_ask: string
  example_answers: string
  talking_points: string
  pitfalls: string
  tags: string
  target_shortest_ms: number
  target_longest_ms: number
}

export const QUESTION_COLUMNS = `questions.id, question, why_they_ask, example_answers,
  talking_points, pitfalls, tags, target_shortest_ms, target_longest_ms`

export function questionFromRow(row: QuestionRow): Question {
  return {
    id: row.id,
    question: row.question,
    whyTheyAsk: row.why_they_ask,
    exampleAnswers: JSON.parse(row.example_answers) as Question['exampleAnswers'],
    talkingPoints: JSON.parse(row.talking_points) as string[],
    pitfalls: JSON.parse(row.pitfalls) as string[],
    tags: JSON.parse(row.tags) as string[],
    target: { shortestMs: row.target_shortest_ms, longestMs: row.target_longest_ms },
  }
}
