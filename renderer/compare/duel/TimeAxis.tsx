import { type PointerEvent, useRef, useState } from 'react'
import { formatClock } from '../../lib/format'
import { axisTicks } from './axisTicks'
import type { Duel } from './duel'
import styles from './Duel.module.css'

/** Less than this is a click: a hand is never quite still. */
const DRAG_FROM_PX = 4

/** A label nearer to the end would stand beyond it. */
const LABELLED_SHARE = 0.96

interface TimeAxisProps {
  readonly duel: Duel
  /** The length of the longer take. */
  readonly axisMs: number
}

/** The time that both waves share. Dragging along it makes a loop of the take that is heard. */
export function TimeAxis({ duel, axisMs }: TimeAxisProps) {
  const axis = useRef<HTMLDivElement>(null)
  const [fromPx, setFromPx] = useState<number | null>(null)

  const atMs = (clientX: number) => {
    const { left, width } = axis.current!.getBoundingClientRect()
    const share = Math.max(0, Math.min(1, (clientX - left) / Math.max(1, width)))
    return Math.min(share * axisMs, duel.lengthMs(duel.heard.get()))
  }
  const isDrag = ({ clientX }: PointerEvent) =>
    fromPx !== null && Math.abs(clientX - fromPx) >= DRAG_FROM_PX
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    axis.current?.setPointerCapture(event.pointerId)
    setFromPx(event.clientX)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (fromPx !== null && isDrag(event)) duel.loopOver(atMs(fromPx), atMs(event.clientX))
  }
  const onPointerUp = (event: PointerEvent) => {
    if (fromPx === null) return
    if (isDrag(event)) duel.rewind()
    else duel.goTo(duel.heard.get(), atMs(event.clientX))
    setFromPx(null)
  }

  return (
    // Keys and the edges of the loop do the same.
    <div
      ref={axis}
      aria-hidden="true"
      className={styles['axis']}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => setFromPx(null)}
    >
      {axisTicks(axisMs).map((tickMs) => (
        <span
          key={tickMs}
          className={styles['tick']}
          style={{ left: `${(100 * tickMs) / axisMs}%` }}
        >
          {tickMs < LABELLED_SHARE * axisMs && formatClock(tickMs)}
        </span>
      ))}
    </div>
  )
}
