import type { RequestOutput } from '../../../shared/contract'

type FoundIn = RequestOutput<'sessions.list'>['sessions'][number]['matches'][number]['foundIn']

/** A text of a row that a search looks into. */
interface SearchedText {
  /** What the page calls the place. */
  readonly foundIn: FoundIn
  /** Its column in the search table. */
  readonly column: string
  /** The columns of the row that it is made of: when one changes, it is indexed again. */
  readonly madeOf: readonly string[]
  /** SQL for the text; `row` is the name of the row. */
  readonly text: (row: string) => string
}

/** A table that is searched, and the search table over it. Its rows have an integer `key`. */
export interface SearchedTable {
  readonly table: 'questions' | 'takes'
  readonly searchTable: string
  readonly texts: readonly SearchedText[]
}

/*
 * Everything that a search looks into: to have one more text searched, add it here, and its name
 * to the contract. The search tables of every library are then made anew at its next start.
 */

export const SEARCHED_QUESTIONS = {
  table: 'questions',
  searchTable: 'question_search',
  texts: [
    {
      foundIn: 'question',
      column: 'question',
      madeOf: ['question'],
      text: (row) => `${row}.question`,
    },
    {
      foundIn: 'example',
      column: 'example_answers',
      madeOf: ['example_answers'],
      text: (row) =>
        `(SELECT group_concat(value ->> 'text', char(10)) FROM json_each(${row}.example_answers))`,
    },
  ],
} as const satisfies SearchedTable

export const SEARCHED_TAKES = {
  table: 'takes',
  searchTable: 'note_search',
  texts: [{ foundIn: 'notes', column: 'notes', madeOf: ['notes'], text: (row) => `${row}.notes` }],
} as const satisfies SearchedTable

export const SEARCHED: readonly SearchedTable[] = [SEARCHED_QUESTIONS, SEARCHED_TAKES]
