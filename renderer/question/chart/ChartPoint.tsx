import { href } from '../../app/route'
import type { HeardTake } from '../heardTake'
import styles from './TakeChart.module.css'

const RADIUS = 4.5
/** The mouse needs to come no nearer than this, as far as there is room. */
const REACH = 14

/** A take with its place in the chart; `top` and `bottom` differ where the value is a range. */
export interface PlacedTake {
  readonly heard: HeardTake
  /** "Take 2, 23 November: 1:34" */
  readonly name: string
  readonly x: number
  readonly top: number
  readonly bottom: number
}

interface ChartPointProps {
  readonly point: PlacedTake
  /** The distance from one take to the next. */
  readonly step: number
  readonly isChosen: boolean
  readonly roving: {
    readonly 'data-stop': number
    readonly tabIndex: 0 | -1
    readonly onFocus: () => void
  }
  /** Its name is to be shown, or not any more. */
  readonly onName: (isNamed: boolean) => void
}

/** One take of the chart: a dot, or a bar from the lowest to the highest estimate. */
export function ChartPoint({ point, step, isChosen, roving, onName }: ChartPointProps) {
  const { heard, name, x, top, bottom } = point
  const { sessionId, id: takeId } = heard.take
  const reach = Math.min(REACH, step / 2)
  const radius = Math.min(RADIUS, Math.max(2.5, step / 3))
  return (
    <a
      {...roving}
      href={href({ screen: 'pastSession', sessionId, takeId })}
      aria-label={name}
      className={isChosen ? styles['chosen'] : styles['point']}
      onFocus={() => {
        roving.onFocus()
        onName(true)
      }}
      onBlur={() => onName(false)}
      onMouseEnter={() => onName(true)}
      onMouseLeave={() => onName(false)}
    >
      <rect
        className={styles['reach']}
        x={x - reach}
        y={top - REACH}
        width={2 * reach}
        height={bottom - top + 2 * REACH}
      />
      <rect
        className={styles['ring']}
        x={x - radius - 4}
        y={top - radius - 4}
        width={2 * radius + 8}
        height={bottom - top + 2 * radius + 8}
        rx={radius + 4}
      />
      <rect
        className={styles['dot']}
        x={x - radius}
        y={top - radius}
        width={2 * radius}
        height={bottom - top + 2 * radius}
        rx={radius}
      />
    </a>
  )
}
