import { Trash2 } from 'lucide-react'
import { memo } from 'react'
import { href } from '../app/route'
import { Button } from '../ui/Button'
import type { Press } from '../lib/oneIntent'
import { DeletedHere } from '../ui/undo/DeletedHere'
import { count, formatClock, formatMoment } from '../lib/format'
import { Matches } from './search/Matches'
import type { ListedSession } from './sessionList'
import styles from './Sessions.module.css'

interface SessionItemProps {
  /** Not there until main has told what it says. */
  readonly session: ListedSession | undefined
  readonly query: string
  /** Its place in the list, from 0. */
  readonly index: number
  /** How many there are in all; -1 when that is not known. */
  readonly setSize: number
  /** Where it stands below the list's top. */
  readonly topPx: number
  /** Where beside it another one was, that can be brought back. */
  readonly deleted: 'above' | 'below' | null
  readonly measure: (row: HTMLLIElement | null) => void
  readonly onDelete: (sessionId: string, press: Press) => void
  readonly onMenu: (session: ListedSession) => void
}

/** One row of the history: when, what, how much. Drawn again only when something of it changes. */
export const SessionItem = memo(function SessionItem({
  session,
  query,
  index,
  setSize,
  topPx,
  deleted,
  measure,
  onDelete,
  onMenu,
}: SessionItemProps) {
  return (
    <li
      ref={measure}
      id={session?.id}
      data-index={index}
      aria-setsize={setSize}
      aria-posinset={index + 1}
      className={styles['item']}
      style={{ top: topPx }}
      onContextMenu={(event) => {
        event.preventDefault()
        if (session) onMenu(session)
      }}
    >
      {deleted === 'above' && <DeletedHere />}
      {session && <Row session={session} onDelete={onDelete} />}
      {session && session.matches.length > 0 && <Matches matches={session.matches} query={query} />}
      {deleted === 'below' && <DeletedHere />}
    </li>
  )
})

interface RowProps {
  readonly session: ListedSession
  readonly onDelete: (sessionId: string, press: Press) => void
}

function Row({ session, onDelete }: RowProps) {
  const moment = formatMoment(session.startedAtMs)
  const isUnfinished = session.finishedAtMs === null
  return (
    <div className={styles['row']}>
      <a
        className={styles['link']}
        href={href({ screen: 'pastSession', sessionId: session.id })}
        draggable={false}
      >
        {moment}
      </a>
      <div className={styles['numbers']}>
        <p>
          {session.answeredCount} of {count(session.questionCount, 'question')}
        </p>
        <p>{count(session.takeCount, 'take')}</p>
        <p>{formatClock(session.spokenMs)} spoken</p>
      </div>
      {(session.ownTitle !== null || isUnfinished) && (
        <p className={styles['about']}>
          {session.ownTitle !== null && (
            <span className={styles['title']} title={session.ownTitle} dir="auto">
              {session.ownTitle}
            </span>
          )}
          {isUnfinished && <span className={styles['state']}>Unfinished</span>}
        </p>
      )}
      <Button
        className={styles['delete']}
        look="quiet"
        iconOnly
        label={`Delete session from ${moment}`}
        icon={<Trash2 strokeWidth={1.75} />}
        onClick={(event) => onDelete(session.id, event)}
      />
    </div>
  )
}
