import type { RequestOutput } from '../../shared/contract'

export const PAGE_SIZE = 50
/** The contract's own limit for one answer. */
const LARGEST_PAGE = 200

type SessionPage = RequestOutput<'sessions.list'>
export type ListedSession = SessionPage['sessions'][number]

/** What the History screen knows of its list. */
export type SessionList =
  | { state: 'loading' }
  | { state: 'failed'; error: unknown }
  | {
      state: 'ready'
      /** What was searched for in these sessions; the box may be ahead of it. */
      query: string
      sessions: ListedSession[]
      more: 'none' | 'there' | 'loading' | { failed: unknown }
    }

export function firstPage(query: string, page: SessionPage): SessionList {
  return { state: 'ready', query, sessions: page.sessions, more: page.hasMore ? 'there' : 'none' }
}

export function withNextPage(list: SessionList, page: SessionPage): SessionList {
  if (list.state !== 'ready') return list
  const known = new Set(list.sessions.map(({ id }) => id))
  const news = page.sessions.filter(({ id }) => !known.has(id))
  return { ...list, sessions: [...list.sessions, ...news], more: page.hasMore ? 'there' : 'none' }
}

export function withMore(
  list: SessionList,
  more: (SessionList & { state: 'ready' })['more'],
): SessionList {
  return list.state === 'ready' ? { ...list, more } : list
}

export function withoutSession(list: SessionList, sessionId: string): SessionList {
  if (list.state !== 'ready') return list
  return { ...list, sessions: list.sessions.filter(({ id }) => id !== sessionId) }
}

/** How many to ask for when the list is read again, so that it does not shrink under the reader. */
export function reloadSize(list: SessionList): number {
  const shown = list.state === 'ready' ? list.sessions.length : 0
  return Math.min(LARGEST_PAGE, Math.max(PAGE_SIZE, shown + 1))
}
