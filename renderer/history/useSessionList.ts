import { useCallback, useEffect, useRef, useState } from 'react'
import { request } from '../api'
import { onSessionRestored } from './deletedSessions'
import {
  firstPage,
  PAGE_SIZE,
  reloadSize,
  withMore,
  withNextPage,
  withoutSession,
  type SessionList,
} from './sessionList'

interface SessionListActions {
  readonly reload: () => void
  readonly loadMore: () => void
  /** Takes it off the screen only; main is told by whoever calls this. */
  readonly hide: (sessionId: string) => void
}

/** The sessions that match the query, page by page. */
export function useSessionList(query: string): readonly [SessionList, SessionListActions] {
  const [list, setList] = useState<SessionList>({ state: 'loading' })
  const shown = useRef(list)
  useEffect(() => {
    shown.current = list
  }, [list])
  /** Counts the questions asked, so that a slow answer to an old one is dropped. */
  const asked = useRef(0)

  const load = useCallback((text: string, limit: number) => {
    const mine = ++asked.current
    request('sessions.list', { query: text, before: null, limit }).then(
      (page) => {
        if (mine === asked.current) setList(firstPage(text, page))
      },
      (error: unknown) => {
        if (mine === asked.current) setList({ state: 'failed', error })
      },
    )
  }, [])

  useEffect(() => load(query, PAGE_SIZE), [load, query])

  const reload = useCallback(() => {
    setList((before) => (before.state === 'failed' ? { state: 'loading' } : before))
    load(query, reloadSize(shown.current))
  }, [load, query])
  useEffect(() => onSessionRestored(reload), [reload])

  const loadMore = useCallback(() => {
    const now = shown.current
    if (now.state !== 'ready' || now.more === 'none' || now.more === 'loading') return
    const mine = asked.current
    setList((before) => withMore(before, 'loading'))
    const before = now.sessions.at(-1)?.id ?? null
    request('sessions.list', { query: now.query, before, limit: PAGE_SIZE }).then(
      (page) => {
        if (mine === asked.current) setList((known) => withNextPage(known, page))
      },
      (error: unknown) => {
        if (mine === asked.current) setList((known) => withMore(known, { failed: error }))
      },
    )
  }, [])

  const hide = useCallback((sessionId: string) => {
    setList((before) => withoutSession(before, sessionId))
  }, [])

  // Leaving the screen: whatever is under way is not waited for.
  useEffect(() => () => void asked.current++, [])

  return [list, { reload, loadMore, hide }]
}
