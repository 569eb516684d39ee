import type { SaidDay } from '../../../shared/progress/progressRequests'
import styles from './DayStrip.module.css'
import { daysWords } from './standingWords'

/** In units of the drawing: 14 days are as wide as the column. */
const STEP = 10
const HEIGHT = 20
const WIDTH = 6
/** Of the lowest of the four ratings; each of the others is as much higher. */
const RATING_HEIGHT = 4

interface DayStripProps {
  /** Oldest first, the last one is today. */
  readonly days: readonly (SaidDay | null)[]
  readonly today: string
}

/** The last days of a question: a bar as high as its rating, an outline where it was only said. */
export function DayStrip({ days, today }: DayStripProps) {
  const words = daysWords(days, today)
  return (
    <svg
      className={styles['strip']}
      viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      {days.map((day, index) => {
        const x = index * STEP + (STEP - WIDTH) / 2
        if (day === null) {
          return (
            <rect
              key={index}
              className={styles['none']}
              x={x}
              y={HEIGHT - 2}
              width={WIDTH}
              height={1}
            />
          )
        }
        if (day.rating === null) {
          return (
            <rect
              key={index}
              className={styles['said']}
              x={x + 0.5}
              y={HEIGHT - RATING_HEIGHT - 1.5}
              width={WIDTH - 1}
              height={RATING_HEIGHT}
            />
          )
        }
        const height = RATING_HEIGHT * day.rating
        return (
          <rect
            key={index}
            className={styles['rated']}
            x={x}
            y={HEIGHT - 1 - height}
            width={WIDTH}
            height={height}
          />
        )
      })}
    </svg>
  )
}
