import { formatShortDay } from '../lib/format'
import { letterScale } from '../lib/letterScale'
import type { HeardTake } from './heardTake'
import { sessionsOf } from './sessionsOf'
import styles from './chart/TakeChart.module.css'

/** A date of this or the other year, and room beside it, in letters of the usual size. */
const LABEL_PX = 64

interface SessionLabelsProps {
  readonly takes: readonly HeardTake[]
  /** Where each take stands. */
  readonly xs: readonly number[]
  readonly step: number
  readonly top: number
  readonly bottom: number
}

/** Hairlines between sessions, and their days below; where they stand close some are left out. */
export function SessionLabels({ takes, xs, step, top, bottom }: SessionLabelsProps) {
  const letters = letterScale()
  const labelPx = LABEL_PX * letters
  let index = 0
  let labelledToX = Number.NEGATIVE_INFINITY
  return sessionsOf(takes).map(({ takes: own }) => {
    const first = index
    index += own.length
    const startX = xs[first]! - step / 2
    const middleX = (xs[first]! + xs[index - 1]!) / 2
    const day = formatShortDay(own[0]!.take.startedAtMs)
    const isLabelled = middleX - labelPx / 2 >= labelledToX
    if (isLabelled) labelledToX = middleX + labelPx / 2
    return (
      <g key={own[0]!.take.id}>
        {first > 0 && (
          <line className={styles['boundary']} x1={startX} x2={startX} y1={top} y2={bottom} />
        )}
        {isLabelled && (
          <text
            className={styles['label']}
            x={middleX}
            y={bottom + 20 * letters}
            textAnchor="middle"
          >
            {day}
          </text>
        )}
      </g>
    )
  })
}
