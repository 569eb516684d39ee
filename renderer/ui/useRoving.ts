import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'

interface Roving<Stop extends Element> {
  /** On the element around the stops. */
  readonly group: {
    readonly ref: RefObject<Stop | null>
    readonly onKeyDown: (event: KeyboardEvent) => void
  }
  /** On the stop of this index: only one of them is reached by Tab. */
  readonly stop: (index: number) => {
    readonly 'data-stop': number
    readonly tabIndex: 0 | -1
    readonly onFocus: () => void
  }
}

/**
 * Many small things in a row as one stop for Tab: the arrows, Home and End move among them, so that
 * 60 of them do not stand between a person and what comes next.
 */
export function useRoving<Group extends Element>(count: number, start = 0): Roving<Group> {
  const ref = useRef<Group>(null)
  const [current, setCurrent] = useState(start)
  const reachable = Math.min(Math.max(current, 0), count - 1)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const next = nextIndex(event.key, reachable, count)
    if (next === null) return
    // The window's own arrows would seek.
    event.preventDefault()
    event.stopPropagation()
    ref.current?.querySelector<HTMLElement | SVGElement>(`[data-stop="${next}"]`)?.focus()
  }
  return {
    group: { ref, onKeyDown },
    stop: (index) => ({
      'data-stop': index,
      tabIndex: index === reachable ? 0 : -1,
      onFocus: () => setCurrent(index),
    }),
  }
}

function nextIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(index + 1, count - 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(index - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
