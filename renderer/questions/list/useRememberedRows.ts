import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { scrollerOf } from '../../ui/rows/useWindowedList'
import type { QuestionSearch } from './questionList'
import type { QuestionsPlace } from './rememberedQuestions'

type List = RefObject<HTMLUListElement | null>

/** Keeps where the list is, for when somebody comes back to it, and begins there. */
export function useRememberedRows(
  list: List,
  place: QuestionsPlace,
  currentId: string | null,
  rows: Virtualizer<HTMLElement, HTMLLIElement>,
): void {
  useLayoutEffect(() => {
    place.keepCurrent(currentId)
  }, [place, currentId])
  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current)
    // Not an effect that waits: what has left the page is scrolled nowhere.
    return () => {
      place.keepScrolled({ scrolledPx: scroller?.scrollTop ?? 0, rows: rows.takeSnapshot() })
    }
  }, [list, place, rows])
  useEffect(() => {
    // Who opened a question with the keyboard goes on from its row.
    if (place.scrolled === null) return
    place.forgetScrolled()
    list.current?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus({ preventScroll: true })
  }, [list, place])
}

/** Another search begins at its top. */
export function useTopOfSearch(list: List, search: QuestionSearch): void {
  const shown = useRef(search)
  useLayoutEffect(() => {
    if (shown.current === search) return
    shown.current = search
    const scroller = scrollerOf(list.current)
    if (scroller) scroller.scrollTop = 0
  }, [list, search])
}
