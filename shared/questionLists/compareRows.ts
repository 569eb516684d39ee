import type { ImportRow, QuestionFields } from '../questions/questionFields'
import { matchQuestions, type KnownQuestion } from './matchQuestions'

export type FieldName = keyof QuestionFields

/** What a file would do to a question that is there. */
export interface FieldChanges {
  changed: FieldName[]
  /** The file says something else, but the person has written these: they stay. */
  kept: FieldName[]
}

/** A question of a file, beside what is there. Importing does nothing to an unchanged one. */
export type ComparedRow =
  | { state: 'new' }
  | (FieldChanges & {
      state: 'changed' | 'unchanged'
      questionId: string
      /** Its words as they are now. */
      now: string
    })

/** What an import would do, before it does it. What is there and not in the file stays. */
export interface ListComparison {
  /** One for each row, in their order. */
  rows: ComparedRow[]
}

/**
 * Compares a list with the questions that it may have brought before: by the file's own ids, else by
 * the same or similar words.
 * @param changesOf says what this row would change in a question that is there
 */
export function compareRows(
  rows: readonly ImportRow[],
  known: readonly KnownQuestion[],
  changesOf: (questionId: string, row: ImportRow) => FieldChanges,
): ComparedRow[] {
  const asked = rows.map(({ fileId, fields }) => ({
    id: fileId ?? undefined,
    question: fields.question ?? '',
  }))
  const matches = matchQuestions(asked, known)
  const wordsOf = new Map(known.map(({ questionId, question }) => [questionId, question]))
  return rows.map((row, index): ComparedRow => {
    const questionId = matches[index]
    if (questionId == null) return { state: 'new' }
    const changes = changesOf(questionId, row)
    const state = changes.changed.length > 0 ? 'changed' : 'unchanged'
    return { state, questionId, now: wordsOf.get(questionId) ?? '', ...changes }
  })
}
