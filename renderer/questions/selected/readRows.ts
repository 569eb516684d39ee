import { MAX_QUESTION_ROWS } from '../../../shared/defaults'
import type { QuestionRow } from '../../../shared/questions/questionRequests'
import { request } from '../../api'

/** The rows of these questions, in this order, however many they are; one that is gone is left out. */
export async function readRows(questionIds: readonly string[]): Promise<QuestionRow[]> {
  const rows: QuestionRow[] = []
  for (let from = 0; from < questionIds.length; from += MAX_QUESTION_ROWS) {
    const piece = questionIds.slice(from, from + MAX_QUESTION_ROWS)
    rows.push(...(await request('questions.rows', { questionIds: piece })))
  }
  return rows
}

/** Those that can be moved, reworded and deleted: the rest comes with the app. */
export function ownOf(rows: readonly QuestionRow[]): QuestionRow[] {
  return rows.filter(({ packKind }) => packKind !== 'built-in')
}
