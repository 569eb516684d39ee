import type { RequestOutput } from '../../../shared/contract'

/** `rest`: found by a search of questions, and by none of sessions. */
type FoundIn =
  'rest' | RequestOutput<'sessions.list'>['sessions'][number]['matches'][number]['foundIn']

/** A text of a row that a search looks into. */
export interface SearchedText {
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

const LISTS = ['talking_points', 'pitfalls', 'follow_ups', 'outline', 'tags', 'own_tags'] as const

/*
 * Everything that a search looks into: to have one more text searched, add it here, and its name
 * to the contract. The search tables of every library are then made anew at its next start.
 */

const texts =
  (...columns: string[]) =>
  (row: string): string =>
    `concat_ws(char(10), ${columns.map((column) => `${row}.${column}`).join(', ')})`

const lists = (...columns: string[]): ((row: string) => string) => joined('value', columns)
const examples = (...columns: string[]): ((row: string) => string) =>
  joined("value ->> 'text'", columns)

/** What stands in several columns of JSON, one item a line. */
function joined(value: string, columns: readonly string[]): (row: string) => string {
  return (row) =>
    `(SELECT group_concat(item, char(10)) FROM (${columns
      .map((column) => `SELECT ${value} AS item FROM json_each(${row}.${column})`)
      .join(' UNION ALL ')}))`
}

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
      madeOf: ['example_answers', 'own_example_answers'],
      text: examples('example_answers', 'own_example_answers'),
    },
    {
      foundIn: 'outline',
      column: 'own_outline',
      madeOf: ['own_outline'],
      text: lists('own_outline'),
    },
    {
      foundIn: 'rest',
      column: 'titles',
      madeOf: ['short_title', 'why_they_ask'],
      text: texts('short_title', 'why_they_ask'),
    },
    {
      foundIn: 'rest',
      column: 'points',
      madeOf: LISTS,
      text: lists(...LISTS),
    },
  ],
} as const satisfies SearchedTable

export const SEARCHED_TAKES = {
  table: 'takes',
  searchTable: 'note_search',
  texts: [{ foundIn: 'notes', column: 'notes', madeOf: ['notes'], text: (row) => `${row}.notes` }],
} as const satisfies SearchedTable

export const SEARCHED: readonly SearchedTable[] = [SEARCHED_QUESTIONS, SEARCHED_TAKES]

/** The texts of a question by which a session that asks it is found: what is said in it, and no more. */
export const SESSION_QUESTION_TEXTS = SEARCHED_QUESTIONS.texts.flatMap((text) =>
  text.foundIn === 'rest' ? [] : [text],
)
