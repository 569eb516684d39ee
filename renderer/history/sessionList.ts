import type { RequestInput, RequestOutput } from '../../shared/contract'
import type { RowRange } from '../ui/rows/useWindowedList'

/** Fills the screen of most windows, and costs little to draw. */
export const FIRST_PAGE = 24
const LATER_PAGE = 50
/** The contract's own limit for one answer. */
const LARGEST_PAGE = 200

type SessionPage = RequestOutput<'sessions.list'>
export type ListedSession = SessionPage['sessions'][number]
export type PageQuestion = Omit<RequestInput<'sessions.list'>, 'query'>

/** What the History screen knows of its list. */
export type SessionList = { state: 'loading' } | { state: 'failed'; error: unknown } | ReadyList

export interface ReadyList {
  readonly state: 'ready'
  /** What was searched for in these sessions; the box may be ahead of it. */
  readonly query: string
  /** Newest first, without a gap. */
  readonly ids: readonly string[]
  /** There is none beyond `ids`. */
  readonly isWhole: boolean
  /** What the rows say, for those that were near the screen. */
  readonly known: ReadonlyMap<string, ListedSession>
  /** Why more of it did not come. */
  readonly failure: { readonly error: unknown } | null
}

export function emptyList(query: string): ReadyList {
  return { state: 'ready', query, ids: [], isWhole: false, known: new Map(), failure: null }
}

/**
 * The page is newer than the list: from `before` to its own end the list becomes what the page says.
 * The order of the ids is that of time, so nothing else says where a page belongs.
 */
export function withPage(list: ReadyList, before: string | null, page: SessionPage): ReadyList {
  const news = page.sessions.map(({ id }) => id)
  const last = news.at(-1)
  const newer = before === null ? [] : list.ids.filter((id) => id >= before)
  const older = page.hasMore && last !== undefined ? list.ids.filter((id) => id < last) : []
  return {
    ...list,
    ids: [...newer, ...news, ...older],
    isWhole: list.isWhole || !page.hasMore,
    known: new Map([...list.known, ...page.sessions.map((one) => [one.id, one] as const)]),
    failure: null,
  }
}

/** As before a change: the rows are there still, but nothing counts as known. */
export function outdated(list: ReadyList): ReadyList {
  return { ...list, isWhole: false, known: new Map() }
}

export function without(list: ReadyList, deleted: ReadonlySet<string>): ReadyList {
  if (!list.ids.some((id) => deleted.has(id))) return list
  return { ...list, ids: list.ids.filter((id) => !deleted.has(id)) }
}

/** What to ask so that the rows on the screen are read anew. */
export function freshPage({ query, ids }: ReadyList, { first, last }: RowRange): PageQuestion {
  // A search has no other way to learn what is new above.
  const from = query === '' ? first : 0
  const limit = Math.min(LARGEST_PAGE, Math.max(FIRST_PAGE, last + 1 - from))
  return { before: ids[from - 1] ?? null, limit }
}

/** What to ask so that the rows on the screen are known; null when they are. */
export function missingPage({ ids, known }: ReadyList, shown: RowRange): PageQuestion | null {
  for (let index = shown.first; index <= shown.last; index += 1) {
    const id = ids[index]
    if (id !== undefined && !known.has(id)) {
      return { before: ids[index - 1] ?? null, limit: LATER_PAGE }
    }
  }
  return null
}

/**
 * What to ask so that the list goes on; null before its end is reached. Not any sooner: every page
 * of a search is a search, and the next letter typed would wait for it.
 */
export function nextPage({ ids, isWhole }: ReadyList, { last }: RowRange): PageQuestion | null {
  if (isWhole || last < ids.length - 1) return null
  return { before: ids.at(-1) ?? null, limit: FIRST_PAGE }
}
