import type { Question } from '../../../shared/model'
import { formatClock } from '../../lib/format'
import styles from './TargetBand.module.css'

interface TargetBandProps {
  target: Question['target']
  elapsedMs: number
  active: boolean
}

/** Room after the band, so that an answer that runs long still moves. */
const SCALE = 1.4

/** Where the answer stands against the length that fits this question. */
export function TargetBand({ target, elapsedMs, active }: TargetBandProps) {
  const wholeMs = target.longestMs * SCALE
  const percent = (ms: number) => `${Math.min(100, (ms / wholeMs) * 100)}%`
  return (
    <div className={styles['target']}>
      <span className={styles['words']}>
        of {formatClock(target.shortestMs)} to {formatClock(target.longestMs)}
      </span>
      <span className={styles['track']} aria-hidden="true">
        <span
          className={styles['band']}
          style={{
            left: percent(target.shortestMs),
            width: percent(target.longestMs - target.shortestMs),
          }}
        />
        <span
          className={active ? styles['nowActive'] : styles['now']}
          style={{ left: percent(elapsedMs) }}
        />
      </span>
    </div>
  )
}
