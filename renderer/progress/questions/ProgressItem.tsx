import { Bookmark } from 'lucide-react'
import { memo } from 'react'
import { RATING_NAMES } from '../../../shared/defaults'
import type { ProgressRow } from '../../../shared/progress/progressRequests'
import { href } from '../../app/route'
import { dayOf, daysBetween, dayStartMs } from '../../../shared/practice/day'
import { formatShortDay } from '../../lib/format'
import { DayStrip } from './DayStrip'
import styles from './Standings.module.css'

interface ProgressItemProps {
  /** Not there until main has told what it says. */
  readonly row: ProgressRow | undefined
  readonly today: string
  /** Its place in the list, from 0. */
  readonly index: number
  readonly setSize: number
  /** Where it stands below the list's top. */
  readonly topPx: number
  readonly measure: (item: HTMLLIElement | null) => void
}

/** One question: its name, its last days, when it was said last and how that was. */
export const ProgressItem = memo(function ProgressItem({
  row,
  today,
  index,
  setSize,
  topPx,
  measure,
}: ProgressItemProps) {
  return (
    <li
      ref={measure}
      data-index={index}
      aria-setsize={setSize}
      aria-posinset={index + 1}
      className={styles['item']}
      style={{ top: topPx }}
    >
      {row && (
        <div className={styles['row']}>
          <a
            className={styles['link']}
            href={href({ screen: 'question', questionId: row.id })}
            aria-label={row.question}
            title={row.question}
            draggable={false}
            dir="auto"
            lang={row.language}
          >
            {row.shortTitle !== null && <span className={styles['short']}>{row.shortTitle}</span>}
            <span className={row.shortTitle === null ? styles['short'] : styles['whole']}>
              {row.question}
            </span>
          </a>
          <span className={styles['best']}>
            {row.standing === 'kept' && (
              <Bookmark size={14} strokeWidth={1.75} role="img" aria-label="Best take kept" />
            )}
          </span>
          <DayStrip days={row.days} today={today} />
          <span className={row.lastSaidAtMs === null ? styles['never'] : styles['when']}>
            <span className="visually-hidden">Last said: </span>
            {saidWords(row.lastSaidAtMs, today)}
          </span>
          <span className={styles['last']}>
            {row.lastRating !== null && (
              <>
                <span className="visually-hidden">Last rating: </span>
                {RATING_NAMES[row.lastRating]}
              </>
            )}
          </span>
        </div>
      )}
    </li>
  )
})

/** As short as a column wants it: "Today", "26 Nov", "Not yet". By the days of the strip beside it. */
function saidWords(atMs: number | null, today: string): string {
  if (atMs === null) return 'Not yet'
  const day = dayOf(atMs)
  const days = daysBetween(day, today)
  if (days === 0) return 'Today'
  return days === 1 ? 'Yesterday' : formatShortDay(dayStartMs(day))
}
