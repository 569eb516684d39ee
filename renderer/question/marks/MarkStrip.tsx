import { MARK_KEYS } from '../../../shared/defaults'
import { TimeSplit } from '../../marks/shares/TimeSplit'
import { isPart, splitTime } from '../../marks/shares/splitTime'
import type { HeardTake } from '../heardTake'
import styles from './MarkStrip.module.css'

/**
 * A take from its beginning to its end, whatever its length: its parts, with a letter where there is
 * room for it, and below them a dot where something good or not was heard.
 */
export function MarkStrip({ heard: { take, marks } }: { readonly heard: HeardTake }) {
  const { durationMs } = take
  const percent = (ms: number) => `${(Math.min(ms, durationMs) / durationMs) * 100}%`
  return (
    <div className={styles['strip']}>
      <TimeSplit marks={marks} durationMs={durationMs} />
      <div aria-hidden="true">
        {splitTime(marks, durationMs).map(({ kind, fromMs, toMs }) => (
          <span
            key={fromMs}
            className={styles['part']}
            style={{ left: percent(fromMs), width: percent(toMs - fromMs) }}
          >
            <span className={styles['letter']}>{MARK_KEYS[kind]}</span>
          </span>
        ))}
        {marks
          .filter(({ kind }) => !isPart(kind))
          .map(({ id, atMs }) => (
            <span key={id} className={styles['heard']} style={{ left: percent(atMs) }} />
          ))}
      </div>
    </div>
  )
}
