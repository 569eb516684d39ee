import type { RequestInput } from '../../../shared/contract'
import type { QuestionExcerpt } from '../../../shared/questions/questionExcerpt'
import type { QuestionRow } from '../../../shared/questions/questionRequests'
import type { RowRange } from '../../ui/rows/useWindowedList'

/** What is looked for. */
export type QuestionSearch = Omit<RequestInput<'questions.list'>, 'limit' | 'rowCount'>

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
  /** In the order of their packs, without a gap. */
  readonly ids: readonly string[]
  /** There is none beyond `ids`. */
  readonly isWhole: boolean
  /** How many there are; until it is known, how many there were before. */
  readonly count: number | null
  /** What the rows say, for those that were near the screen. */
  readonly known: ReadonlyMap<string, QuestionRow>
  /** Why they were found, where their lines do not show it; null: they show it. */
  readonly excerpts: ReadonlyMap<string, QuestionExcerpt | null>
  /** Why rows did not come. */
  readonly failure: { readonly error: unknown } | null
}

/** Fills the screen of most windows, and costs little to draw. */
export const FIRST_ROWS = 24
const MORE_ROWS = 50

/** Rows to ask for: those that are shown and not known, and at first a screen full. */
export function unknownIds(
  ids: readonly string[],
  known: ReadonlyMap<string, QuestionRow>,
  { first, last }: RowRange,
): string[] {
  const isUnknown = (id: string) => !known.has(id)
  const end = Math.max(last + 1, first + FIRST_ROWS)
  const unknown = ids.slice(first, end).filter(isUnknown)
  if (unknown.length === 0 || last === 0) return unknown
  // A few more are as quick to get, and are there when one scrolls on.
  return ids.slice(first, Math.max(end, first + MORE_ROWS)).filter(isUnknown)
}

/** Shown rows of which it is not known why they were found. */
export function unexplainedIds(
  { ids, search, excerpts, known }: ReadyList,
  { first, last }: RowRange,
): string[] {
  if (search.query === '') return []
  const shown = ids.slice(first, Math.max(last + 1, first + FIRST_ROWS))
  return shown.filter((id) => known.has(id) && !excerpts.has(id))
}
