import {
  defaultRangeExtractor,
  useVirtualizer,
  type Range,
  type VirtualItem,
  type Virtualizer,
} from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { afterPaint } from '../../lib/afterPaint'

/** Drawn beyond the screen's edges, so that Tab has somewhere to go; a moment after those on it. */
const ROWS_AROUND = 3

/** How far below the screen's top each list began when it was last drawn: most likely there again. */
const lastAbovePx = new Map<string, number>()

/** Rows by their place in the list, the last one included. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

interface WindowedList {
  /** What the list is called, to know it again. */
  readonly name: string
  readonly ids: readonly string[]
  /** How tall a row will be, for the scrollbar until it is drawn and measured. */
  readonly likelyHeightPx: (index: number) => number
  /** Where the list was left, to begin there again. */
  readonly place: { readonly scrolledPx: number; readonly rows: VirtualItem[] } | null
  /** A row that stays, wherever the list is scrolled, with its neighbours. */
  readonly keptIndex?: number
  readonly onShown: (rows: RowRange) => void
}

/**
 * Says which rows of a long list to draw and where: those near the screen. The list is as tall as
 * if all were there.
 */
export function useWindowedList(
  list: RefObject<HTMLElement | null>,
  { name, ids, likelyHeightPx, place, keptIndex = -1, onShown }: WindowedList,
): Virtualizer<HTMLElement, HTMLLIElement> {
  const [abovePx, setAbovePx] = useState(lastAbovePx.get(name) ?? 0)
  const [isPainted, setIsPainted] = useState(false)
  // oxlint-disable-next-line react/incompatible-library -- about the React Compiler, which is not used
  const virtualizer = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: ids.length,
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    estimateSize: likelyHeightPx,
    getScrollElement: () => scrollerOf(list.current),
    scrollMargin: abovePx,
    overscan: isPainted ? ROWS_AROUND : 0,
    rangeExtractor: useCallback(
      (range: Range) => withKept(range, [keptIndex, focusedIndex(list.current)]),
      [list, keptIndex],
    ),
    initialOffset: place?.scrolledPx ?? 0,
    initialMeasurementsCache: place?.rows ?? [],
    // Until the screen is measured, so that the first drawing has rows in it.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
  })

  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current)
    if (!list.current || !scroller) return
    const topPx =
      list.current.getBoundingClientRect().top -
      scroller.getBoundingClientRect().top +
      scroller.scrollTop
    lastAbovePx.set(name, topPx)
    setAbovePx(topPx)
  }, [list, name])

  useEffect(() => {
    let isThere = true
    void afterPaint().then(() => isThere && setIsPainted(true))
    return () => {
      isThere = false
    }
  }, [])

  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  useEffect(() => {
    onShown({ first: Math.max(0, first - ROWS_AROUND), last: last + ROWS_AROUND })
  }, [onShown, first, last, ids])

  return virtualizer
}

/** What scrolls is the screen, not the list. */
export function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  return list?.closest('main') ?? null
}

function focusedIndex(list: HTMLElement | null): number {
  const row = document.activeElement?.closest('li')
  return row && row.parentElement === list ? Number(row.dataset['index']) : -1
}

/** The row that has the focus stays, with its neighbours, so that the keyboard is not thrown out of the list. */
function withKept(range: Range, kept: readonly number[]): number[] {
  const near = kept
    .filter((index) => index >= 0)
    .flatMap((index) => [index - 1, index, index + 1])
    .filter((index) => index >= 0 && index < range.count)
  const shown = defaultRangeExtractor(range)
  return near.length === 0 ? shown : [...new Set([...shown, ...near])].toSorted((a, b) => a - b)
}
