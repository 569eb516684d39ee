import type { ReactNode } from 'react'
import { MARK_KEYS } from '../../../shared/defaults'
import type { Mark } from '../../../shared/marks'
import { isPart } from '../shares/splitTime'
import styles from './Flag.module.css'

/** What the element that stands for a mark is given, whatever it does. */
interface FlagLook {
  readonly className: string | undefined
  readonly children: ReactNode
}

/** A letter that begins later would stand beyond the end of the wave. */
const AT_END_SHARE = 0.96

interface FlagProps {
  /** In the order of the answer. */
  readonly marks: readonly Mark[]
  readonly index: number
  readonly durationMs: number
  readonly children: (look: FlagLook) => ReactNode
}

/**
 * How every mark of a take is drawn: a line through the wave, and its letter in the strip above, if
 * there is room for it before the next mark.
 */
export function Flag({ marks, index, durationMs, children }: FlagProps) {
  const mark = marks[index]!
  const from = shareOf(mark.atMs, durationMs)
  const to = shareOf(marks[index + 1]?.atMs ?? durationMs, durationMs)
  const letter = (
    <span className={styles['letter']} aria-hidden="true">
      {MARK_KEYS[mark.kind]}
    </span>
  )
  return (
    // As wide as its room: its stylesheet shows the letter by that.
    <div
      className={styles['room']}
      data-kind={isPart(mark.kind) ? 'part' : 'heard'}
      data-at-end={from > AT_END_SHARE || undefined}
      style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
    >
      {children({ className: styles['flag'], children: letter })}
    </div>
  )
}

/** Where in the take it is, 0 to 1; a take can turn out shorter than its marks. */
function shareOf(atMs: number, durationMs: number): number {
  return durationMs > 0 ? Math.max(0, Math.min(1, atMs / durationMs)) : 0
}
