import { MARK_NAMES } from '../../../shared/defaults'
import type { Mark } from '../../../shared/marks'
import { formatClock, formatShare } from '../../lib/format'
import styles from './TimeSplit.module.css'
import { splitTime } from './splitTime'

interface TimeSplitProps {
  readonly marks: readonly Mark[]
  readonly durationMs: number
}

/**
 * How the time was split between situation, task, action and result: a tint for each in the strip
 * above the wave. Their letters are those of the flags that begin them, their shares are in the list.
 */
export function TimeSplit({ marks, durationMs }: TimeSplitProps) {
  const parts = splitTime(marks, durationMs)
  if (parts.length === 0) return null
  return (
    <ul aria-label="How the time was split" className={styles['bar']}>
      {parts.map(({ kind, fromMs, toMs, share }) => (
        <li
          key={fromMs}
          className={styles['part']}
          data-kind={kind}
          style={{ left: `${(fromMs / durationMs) * 100}%`, width: `${share * 100}%` }}
        >
          <span className="visually-hidden">
            {MARK_NAMES[kind]}: {formatClock(toMs - fromMs)}, {formatShare(share)}
          </span>
        </li>
      ))}
    </ul>
  )
}
