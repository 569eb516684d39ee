import { useCallback, useEffect, useRef, useState } from 'react'
import { request } from '../api'
import { onStored } from '../stored'
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
  /** The list as it is, not as it was last drawn: the end of the list can come near twice between two drawings. */
  const latest = useRef(list)
  /** Counts the questions asked, so that a slow answer to an old one is dropped. */
  const asked = useRef(0)

  const change = useCallback((next: (before: SessionList) => SessionList) => {
    latest.current = next(latest.current)
    setList(latest.current)
  }, [])

  const load = useCallback(
    (text: string, limit: number) => {
      asked.current += 1
      const mine = asked.current
      request('sessions.list', { query: text, before: null, limit }).then(
        (page) => {
          if (mine === asked.current) change(() => firstPage(text, page))
        },
        (error: unknown) => {
          if (mine === asked.current) change(() => ({ state: 'failed', error }))
        },
      )
    },
    [change],
  )

  useEffect(() => {
    load(query, PAGE_SIZE)
    // Leaving: whatever is under way is not waited for.
    return () => {
      asked.current += 1
    }
  }, [load, query])

  const reload = useCallback(() => {
    const limit = reloadSize(latest.current)
    change((before) => (before.state === 'failed' ? { state: 'loading' } : before))
    load(query, limit)
  }, [change, load, query])
  useEffect(() => onStored(reload), [reload])

  const loadMore = useCallback(() => {
    const now = latest.current
    if (now.state !== 'ready' || now.more === 'none' || now.more === 'loading') return
    const mine = asked.current
    change((before) => withMore(before, 'loading'))
    const before = now.sessions.at(-1)?.id ?? null
    request('sessions.list', { query: now.query, before, limit: PAGE_SIZE }).then(
      (page) => {
        if (mine === asked.current) change((known) => withNextPage(known, page))
      },
      (error: unknown) => {
        if (mine === asked.current) change((known) => withMore(known, { failed: error }))
      },
    )
  }, [change])

  const hide = useCallback(
    (sessionId: string) => change((before) => withoutSession(before, sessionId)),
    [change],
  )

  return [list, { reload, loadMore, hide }]
}
