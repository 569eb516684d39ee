import { Trash2 } from 'lucide-react'
import { href } from '../app/route'
import { Button } from '../ui/Button'
import { count, formatLength, formatMoment } from '../ui/format'
import { Matches } from './Matches'
import type { ListedSession } from './sessionList'
import styles from './SessionItem.module.css'

interface SessionItemProps {
  readonly session: ListedSession
  readonly query: string
  readonly onDelete: () => void
}

/** One row of the history: when, what, how much. */
export function SessionItem({ session, query, onDelete }: SessionItemProps) {
  const moment = formatMoment(session.startedAtMs)
  return (
    <li id={session.id} className={styles['item']}>
      <div className={styles['row']}>
        <div className={styles['what']}>
          <a
            className={styles['link']}
            href={href({ screen: 'pastSession', sessionId: session.id })}
            draggable={false}
          >
            {moment}
          </a>
          <p className={styles['pack']}>
            {session.packTitle}
            {session.finishedAtMs === null && <span> · Unfinished</span>}
          </p>
        </div>
        <div className={styles['numbers']}>
          <p>
            {session.answeredCount} of {count(session.questionCount, 'question')}
          </p>
          <p>{count(session.takeCount, 'take')}</p>
          <p>{formatLength(session.spokenMs)} spoken</p>
        </div>
        <Button
          className={styles['delete']}
          look="quiet"
          iconOnly
          label={`Delete session from ${moment}`}
          icon={<Trash2 strokeWidth={1.75} />}
          onClick={(event) => {
            // The second click of a double click would hit the row that moved up.
            if (event.detail <= 1) onDelete()
          }}
        />
      </div>
      {session.matches.length > 0 && <Matches matches={session.matches} query={query} />}
    </li>
  )
}
