import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useCommands } from '../../keys/useCommands'

type RowControl = 'a' | 'input' | 'button'

interface RowKeys {
  /** The row that Tab leads to. */
  readonly currentIndex: number
  readonly currentId: string | null
  /** The focus has come to this row by itself. */
  readonly follow: (index: number) => void
  /** Moves the focus to this row. */
  readonly focusOn: (index: number) => void
}

interface Rows {
  readonly ids: readonly string[]
  /** The row to begin with. */
  readonly startId: string | null
  readonly scrollTo: (index: number) => void
  readonly onCheck: (questionId: string) => void
  readonly onStar: (questionId: string) => void
}

/** What keys do in the list: arrows, Home and End move from row to row, Space checks, S stars, Enter opens. */
export function useRowKeys(list: RefObject<HTMLUListElement | null>, rows: Rows): RowKeys {
  const { ids, startId, scrollTo, onCheck, onStar } = rows
  const [currentId, setCurrentId] = useState(startId)
  const wanted = useRef<RowControl | null>(null)
  const found = currentId === null ? -1 : ids.indexOf(currentId)
  const currentIndex = Math.max(0, found)

  const focusOn = (index: number) => {
    const id = ids[Math.min(Math.max(index, 0), ids.length - 1)]
    if (id === undefined) return
    wanted.current = controlIn(list.current)
    setCurrentId(id)
    if (id === currentId) focusWanted()
  }
  const focusWanted = () => {
    const control = wanted.current
    if (!control) return
    const selector = `[data-index="${String(currentIndex)}"] ${control}`
    const element = list.current?.querySelector<HTMLElement>(selector)
    // Not drawn yet: what is far away has to be scrolled to first, and its words to be asked for.
    if (!element) return scrollTo(currentIndex)
    wanted.current = null
    element.focus()
  }
  // Each time anything is drawn, until the row is there.
  useLayoutEffect(focusWanted)

  const focused = () => focusedIndex(list.current)
  useCommands({
    goToQuestion: (nth, event) => {
      if (ids.length === 0 || isElsewhere(list.current, event)) return false
      const from = focused()
      focusOn(from === null ? currentIndex : from + (nth === 0 ? -1 : 1))
      return undefined
    },
    checkQuestion: () => {
      const id = ids[focused() ?? -1]
      if (id === undefined) return false
      onCheck(id)
      return undefined
    },
    starQuestion: () => {
      const id = ids[focused() ?? -1]
      if (id === undefined) return false
      onStar(id)
      return undefined
    },
    openQuestion: () => {
      const row = list.current?.querySelector<HTMLElement>(`[data-index="${String(focused())}"] a`)
      if (!row) return false
      row.click()
      return undefined
    },
  })
  return { currentIndex, currentId, follow: (index) => setCurrentId(ids[index] ?? null), focusOn }
}

function focusedIndex(list: HTMLElement | null): number | null {
  const row = document.activeElement?.closest('li')
  return row && row.parentElement === list ? Number(row.dataset['index']) : null
}

/** One goes on with what one does in each row: checking, starring, or opening. */
function controlIn(list: HTMLElement | null): RowControl {
  const focused = document.activeElement
  if (!list?.contains(focused)) return 'a'
  if (focused instanceof HTMLInputElement) return 'input'
  return focused instanceof HTMLButtonElement ? 'button' : 'a'
}

/** What has the focus elsewhere may have arrows of its own: a field, a list of choices. */
function isElsewhere(list: HTMLElement | null, event: KeyboardEvent | null): boolean {
  const target = event?.target
  return (
    target instanceof Element &&
    !list?.contains(target) &&
    target.closest('input, select, textarea') !== null
  )
}
