import type { Week } from '../../../shared/progress/progressRequests'
import { href } from '../../app/route'
import styles from './WeekChart.module.css'

/** Around what is drawn, as far as the mouse and the ring of the focus reach. */
const RING = 4

/** A week in a chart: where it stands, and what is drawn of it. */
export interface PlacedWeek {
  readonly week: Week
  /** "Week of 16 November: 38 minutes" */
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius: number
  readonly isThisWeek: boolean
}

interface WeekMarkProps {
  readonly placed: PlacedWeek
  /** From its top to its bottom the whole of the chart answers to the mouse. */
  readonly reach: { readonly x: number; readonly width: number; readonly height: number }
  readonly roving: {
    readonly 'data-stop': number
    readonly tabIndex: 0 | -1
    readonly onFocus: () => void
  }
  /** Its name is to be shown, or not any more. */
  readonly onName: (isNamed: boolean) => void
}

/** One week of a chart, as a link to what was said in it. */
export function WeekMark({ placed, reach, roving, onName }: WeekMarkProps) {
  const { week, name, x, y, width, height, radius, isThisWeek } = placed
  return (
    <a
      {...roving}
      href={href({ screen: 'progress', week: week.day })}
      aria-label={name}
      className={isThisWeek ? styles['thisWeek'] : styles['week']}
      onFocus={() => {
        roving.onFocus()
        onName(true)
      }}
      onBlur={() => onName(false)}
      onMouseEnter={() => onName(true)}
      onMouseLeave={() => onName(false)}
    >
      <rect className={styles['reach']} x={reach.x} width={reach.width} height={reach.height} />
      <rect
        className={styles['ring']}
        x={x - RING}
        y={y - RING}
        width={width + 2 * RING}
        height={height + 2 * RING}
        rx={radius + RING}
      />
      <rect className={styles['mark']} x={x} y={y} width={width} height={height} rx={radius} />
    </a>
  )
}
