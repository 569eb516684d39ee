import { memo, useCallback, useRef, useState } from 'react'
import { OneIntent, type Press } from '../lib/oneIntent'
import { Button } from '../ui/Button'
import { keepFocusNear } from '../ui/keepFocusNear'
import type { RowRange } from '../ui/rows/useWindowedList'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { AT_TOP, useDeletedPlace } from '../ui/undo/DeletedHere'
import { SESSIONS } from '../ui/undo/deletedLists'
import { SessionItem } from './SessionItem'
import type { ListedSession, ReadyList } from './sessionList'
import styles from './Sessions.module.css'
import { useWindowedRows } from './useWindowedRows'

interface SessionsProps {
  readonly list: ReadyList
  readonly onShown: (rows: RowRange) => void
  readonly onRetry: () => void
  readonly onDelete: (sessionId: string) => void
  readonly onMenu: (session: ListedSession) => void
}

/** The list itself. Rows come and go while it is scrolled; each says where in the whole it stands. */
export const Sessions = memo(function Sessions({
  list,
  onShown,
  onRetry,
  onDelete,
  onMenu,
}: SessionsProps) {
  const element = useRef<HTMLUListElement>(null)
  const [deleting] = useState(() => new OneIntent())
  const rows = useWindowedRows(element, list, onShown)
  const deletedBelow = useDeletedPlace(SESSIONS, list.ids, 'downwards')
  const remove = useCallback(
    (sessionId: string, press: Press) => {
      // The second press of two would hit the row that moved up.
      if (!deleting.isNewPress(press)) return
      keepFocusNear(element.current, sessionId)
      onDelete(sessionId)
    },
    [deleting, onDelete],
  )
  const drawn = rows.getVirtualItems()
  const isInSight = (index: number) =>
    rows.range !== null && rows.range.startIndex <= index && index <= rows.range.endIndex
  /** What was deleted beside a row beyond the screen's edges is offered elsewhere. */
  const deletedBeside = (index: number, sessionId: string) => {
    if (!isInSight(index)) return null
    if (deletedBelow === sessionId) return 'below'
    return index === 0 && deletedBelow === AT_TOP ? 'above' : null
  }
  return (
    <>
      <ul
        ref={element}
        aria-label="Sessions"
        className={styles['sessions']}
        style={{ height: rows.getTotalSize() }}
      >
        {drawn.map(({ key, index, start }) => (
          <SessionItem
            key={key}
            session={list.known.get(String(key))}
            query={list.query}
            index={index}
            setSize={list.isWhole ? list.ids.length : -1}
            topPx={start - rows.options.scrollMargin}
            deleted={deletedBeside(index, String(key))}
            measure={rows.measureElement}
            onDelete={remove}
            onMenu={onMenu}
          />
        ))}
      </ul>
      {list.failure && (
        <div className={styles['failure']}>
          <Trouble {...troubleOf(list.failure.error)}>
            <Button onClick={onRetry}>Try again</Button>
          </Trouble>
        </div>
      )}
    </>
  )
})
