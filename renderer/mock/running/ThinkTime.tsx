import { useEffect, useState } from 'react'
import { formatClock } from '../../lib/format'
import styles from './RunningInterview.module.css'

interface ThinkTimeProps {
  /** When it is over, by the page's clock. */
  readonly untilMs: number
  readonly wholeMs: number
}

/** How much of the time to think has passed. In ink: it is no alarm. */
export function ThinkTime({ untilMs, wholeMs }: ThinkTimeProps) {
  const [nowMs, setNowMs] = useState(() => performance.now())
  const passedMs = Math.min(wholeMs, Math.max(0, nowMs + wholeMs - untilMs))
  useEffect(() => {
    // At the moment at which the next second begins, not up to one later.
    const timer = setTimeout(() => setNowMs(performance.now()), 1000 - (passedMs % 1000))
    return () => clearTimeout(timer)
  }, [passedMs])
  return (
    <div className={styles['think']}>
      <p className={styles['thinkLine']}>
        Think time{' '}
        <span role="timer" aria-label="Think time" className={styles['thinkClock']}>
          {formatClock(passedMs)} of {formatClock(wholeMs)}
        </span>
      </p>
      <span className={styles['track']} aria-hidden="true">
        <span className={styles['passed']} style={{ width: `${(passedMs / wholeMs) * 100}%` }} />
      </span>
    </div>
  )
}
