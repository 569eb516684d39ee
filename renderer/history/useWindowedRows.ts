import {
  defaultRangeExtractor,
  useVirtualizer,
  type Range,
  type Virtualizer,
} from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { afterPaint } from '../lib/afterPaint'
import { likelyHeightPx } from './likelyHeight'
import { rememberedPlace, rememberHistoryPlace } from './rememberedPlace'
import type { ReadyList, RowRange } from './sessionList'

/** Drawn beyond the screen's edges, so that Tab has somewhere to go; a moment after those on it. */
const ROWS_AROUND = 3

/** How far below the screen's top the list began when it was last drawn: most likely there again. */
let lastAbovePx = 0

/**
 * Says which rows to draw and where: those near the screen. The list is as tall as if all were
 * there. It begins where it was left for a session, otherwise at its top.
 */
export function useWindowedRows(
  list: RefObject<HTMLUListElement | null>,
  { query, ids, known }: ReadyList,
  onShown: (rows: RowRange) => void,
): Virtualizer<HTMLElement, HTMLLIElement> {
  const [place] = useState(() => rememberedPlace(query))
  const [abovePx, setAbovePx] = useState(lastAbovePx)
  const [isPainted, setIsPainted] = useState(false)
  // oxlint-disable-next-line react/incompatible-library -- about the React Compiler, which is not used
  const virtualizer = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: ids.length,
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    estimateSize: (index) => likelyHeightPx(known.get(ids[index] ?? '')),
    getScrollElement: () => scrollerOf(list.current),
    scrollMargin: abovePx,
    overscan: isPainted ? ROWS_AROUND : 0,
    rangeExtractor: useCallback((range: Range) => withFocused(range, list.current), [list]),
    initialOffset: place?.scrolledPx ?? 0,
    initialMeasurementsCache: place?.rows ?? [],
    // Until the screen is measured, so that the first drawing has rows in it.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
  })

  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current)
    if (!list.current || !scroller) return
    const topPx = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    lastAbovePx = topPx + scroller.scrollTop
    setAbovePx(lastAbovePx)
  }, [list])

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
    let isThere = true
    void afterPaint().then(() => isThere && setIsPainted(true))
    return () => {
      isThere = false
    }
  }, [])

  useEffect(() => {
    // Who opened a session with the keyboard goes on from its row.
    if (place)
      rowOf(list.current, place.sessionId)?.querySelector('a')?.focus({ preventScroll: true })
  }, [list, place])

  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  useEffect(() => {
    onShown({ first: Math.max(0, first - ROWS_AROUND), last: last + ROWS_AROUND })
  }, [onShown, first, last, ids])

  return virtualizer
}

function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  return list?.closest('main') ?? null
}

function rowOf(list: HTMLElement | null, sessionId: string): HTMLElement | undefined {
  return [...(list?.children ?? [])].find(({ id }) => id === sessionId) as HTMLElement | undefined
}

/** The row that has the focus stays, with its neighbours, so that the keyboard is not thrown out of the list. */
function withFocused(range: Range, list: HTMLElement | null): number[] {
  const shown = defaultRangeExtractor(range)
  const row = document.activeElement?.closest('li')
  if (!row || row.parentElement !== list) return shown
  const at = Number(row.dataset['index'])
  const near = [at - 1, at, at + 1].filter((index) => index >= 0 && index < range.count)
  return [...new Set([...shown, ...near])].toSorted((a, b) => a - b)
}
