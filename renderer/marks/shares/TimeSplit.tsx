import { MARK_NAMES } from '../../../shared/defaults'
import type { Mark } from '../../../shared/marks'
import { formatLength, formatShare } from '../../lib/format'
import styles from './TimeSplit.module.css'
import { splitTime } from './splitTime'

interface TimeSplitProps {
  readonly marks: readonly Mark[]
  readonly durationMs: number
}

/** How the time was split between situation, task, action and result: a slim bar above the wave. */
export function TimeSplit({ marks, durationMs }: TimeSplitProps) {
  const parts = splitTime(marks, durationMs)
  if (parts.length === 0) return null
  return (
    <ul aria-label="How the time was split" className={styles['bar']}>
      {parts.map(({ kind, fromMs, toMs, share }) => (
        <li
          key={fromMs}
          className={styles['part']}
          style={{ left: `${(fromMs / durationMs) * 100}%`, width: `${share * 100}%` }}
        >
          <span className="visually-hidden">
            {MARK_NAMES[kind]}: {formatLength(toMs - fromMs)}, {formatShare(share)}
          </span>
          <span className={styles['share']} aria-hidden="true">
            {formatShare(share)}
          </span>
        </li>
      ))}
    </ul>
  )
}
