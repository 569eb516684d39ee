import type { RequestInput } from '../../../shared/contract'
import type { QuestionRow } from '../../../shared/questions/questionRequests'
import type { RowRange } from '../../ui/rows/useWindowedList'

/** What is looked for. */
export type QuestionSearch = RequestInput<'questions.list'>

export const EVERY_QUESTION: QuestionSearch = { query: '', packId: null, tag: null, filter: 'all' }

export function isEveryQuestion({ query, packId, tag, filter }: QuestionSearch): boolean {
  return query === '' && packId === null && tag === null && filter === 'all'
}

export function isSameSearch(one: QuestionSearch, other: QuestionSearch): boolean {
  return (
    one.query === other.query &&
    one.packId === other.packId &&
    one.tag === other.tag &&
    one.filter === other.filter
  )
}

/** What the screen knows of its list. */
export type QuestionList = { state: 'loading' } | { state: 'failed'; error: unknown } | ReadyList

export interface ReadyList {
  readonly state: 'ready'
  /** What was looked for in these questions; the fields above them may be ahead of it. */
  readonly search: QuestionSearch
  /** All of them, in the order of their packs. */
  readonly ids: readonly string[]
  /** What the rows say, for those that were near the screen. */
  readonly known: ReadonlyMap<string, QuestionRow>
  /** Why rows did not come. */
  readonly failure: { readonly error: unknown } | null
}

/** Fills the screen of most windows, and costs little to draw. */
const FIRST_ROWS = 24
const MORE_ROWS = 50

/** Rows to ask for: those that are shown and not known, and at first a screen full. */
export function unknownIds(
  ids: readonly string[],
  known: ReadonlyMap<string, QuestionRow>,
  { first, last }: RowRange,
): string[] {
  const isUnknown = (id: string) => !known.has(id)
  const shown = ids.slice(first, Math.max(last + 1, first + FIRST_ROWS))
  if (!shown.some(isUnknown)) return []
  // A few more are as quick to get, and are there when one scrolls on.
  return ids.slice(first, first + Math.max(MORE_ROWS, shown.length)).filter(isUnknown)
}
