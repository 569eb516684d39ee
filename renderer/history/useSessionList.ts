import { useEffect, useState, useSyncExternalStore } from 'react'
import { parseRoute } from '../app/route'
import type { SessionList } from './sessionList'
import { SessionLoader } from './sessionLoader'

/** The list from which a session was opened: who comes back finds the same rows. */
let left: SessionLoader | null = null

/** The sessions that match the query, and whoever can get more of them. */
export function useSessionList(query: string): readonly [SessionList, SessionLoader] {
  const [loader] = useState(() => left ?? new SessionLoader())
  const list = useSyncExternalStore(loader.list.subscribe, loader.list.get)

  useEffect(() => loader.search(query), [loader, query])
  useEffect(() => {
    const disconnect = loader.connect()
    return () => {
      disconnect()
      left = parseRoute(window.location.hash).screen === 'pastSession' ? loader : null
    }
  }, [loader])

  return [list, loader]
}
