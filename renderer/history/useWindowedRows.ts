import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { scrollerOf, useWindowedList, type RowRange } from '../ui/rows/useWindowedList'
import { likelyHeightPx } from './likelyHeight'
import { rememberedPlace, rememberHistoryPlace } from './rememberedPlace'
import type { ReadyList } from './sessionList'

/**
 * Says which rows to draw and where. The list begins where it was left for a session, otherwise at
 * its top.
 */
export function useWindowedRows(
  list: RefObject<HTMLUListElement | null>,
  { query, ids, known }: ReadyList,
  onShown: (rows: RowRange) => void,
): Virtualizer<HTMLElement, HTMLLIElement> {
  const [place] = useState(() => rememberedPlace(query))
  const virtualizer = useWindowedList(list, {
    name: 'sessions',
    ids,
    likelyHeightPx: (index) => likelyHeightPx(known.get(ids[index] ?? '')),
    place,
    onShown,
  })

  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current)
    // Not an effect that waits: what has left the page is scrolled nowhere.
    return () =>
      rememberHistoryPlace({
        query,
        scrolledPx: scroller?.scrollTop ?? 0,
        rows: virtualizer.takeSnapshot(),
      })
  }, [list, query, virtualizer])

  useEffect(() => {
    // Who opened a session with the keyboard goes on from its row.
    if (place)
      rowOf(list.current, place.sessionId)?.querySelector('a')?.focus({ preventScroll: true })
  }, [list, place])

  return virtualizer
}

function rowOf(list: HTMLElement | null, sessionId: string): HTMLElement | undefined {
  return [...(list?.children ?? [])].find(({ id }) => id === sessionId) as HTMLElement | undefined
}
