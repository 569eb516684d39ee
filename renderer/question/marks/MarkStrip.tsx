import { MARK_KEYS } from '../../../shared/defaults'
import type { Mark } from '../../../shared/marks'
import { TimeSplit } from '../../marks/shares/TimeSplit'
import { isPart, splitTime } from '../../marks/shares/splitTime'
import type { HeardTake } from '../heardTake'
import styles from './MarkStrip.module.css'

/** So much of a strip a letter takes; nearer to it another one would lie on it. */
const LETTER_SHARE = 0.03

/**
 * A take from its beginning to its end, whatever its length: its parts, and below them what was
 * heard, good or not; each with its letter, or a dot where there is no room for another letter.
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
        {heardIn(marks, durationMs).map(({ mark: { id, kind, atMs }, hasRoom }) => (
          <span
            key={id}
            className={hasRoom ? styles['heard'] : styles['near']}
            style={{ left: percent(atMs) }}
          >
            {hasRoom && MARK_KEYS[kind]}
          </span>
        ))}
      </div>
    </div>
  )
}

/** What is no part of the answer, in the order in which it was heard. */
function heardIn(marks: readonly Mark[], durationMs: number) {
  let takenToMs = Number.NEGATIVE_INFINITY
  return marks
    .filter(({ kind }) => !isPart(kind))
    .map((mark) => {
      const hasRoom = mark.atMs >= takenToMs
      if (hasRoom) takenToMs = mark.atMs + LETTER_SHARE * durationMs
      return { mark, hasRoom }
    })
}
