import { useRef, type PointerEvent, type RefObject } from 'react'
import type { Mark } from '../../../shared/marks'
import type { Marking } from '../useMarking'

/** A hand is never quite still: this much is a click yet. */
const CLICK_PX = 3

interface Drag {
  readonly markId: string
  readonly fromX: number
  hasMoved: boolean
}

/**
 * Dragging a flag moves its mark, a click on it plays from there.
 * @param area as wide as the take is long
 * @returns what a flag listens to
 */
export function useFlagDragging(
  area: RefObject<HTMLElement | null>,
  durationMs: number,
  { move, playFrom }: Marking,
) {
  const drag = useRef<Drag | null>(null)
  const dragOf = (mark: Mark) => (drag.current?.markId === mark.id ? drag.current : null)
  return (mark: Mark) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = { markId: mark.id, fromX: event.clientX, hasMoved: false }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const current = dragOf(mark)
      const { left = 0, width = 0 } = area.current?.getBoundingClientRect() ?? {}
      if (!current || width === 0) return
      current.hasMoved ||= Math.abs(event.clientX - current.fromX) > CLICK_PX
      if (!current.hasMoved) return
      const share = Math.max(0, Math.min((event.clientX - left) / width, 1))
      move(mark, Math.round(share * durationMs))
    },
    onPointerUp: () => {
      const current = dragOf(mark)
      drag.current = null
      if (current && !current.hasMoved) playFrom(mark)
    },
    onPointerCancel: () => {
      drag.current = null
    },
  })
}
