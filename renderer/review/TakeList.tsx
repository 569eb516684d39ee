import { Bookmark, Play, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { isAnswer, type EndedTake } from '../../shared/endedTake'
import { RATING_NAMES } from '../../shared/defaults'
import { Button } from '../ui/Button'
import { followUpWords } from '../lib/questionWords'
import { formatClock } from '../lib/format'
import { OneIntent } from '../lib/oneIntent'
import { keepFocusNear } from '../ui/keepFocusNear'
import { AT_TOP, DeletedHere, useDeletedPlace } from '../ui/undo/DeletedHere'
import { takesOf } from '../ui/undo/deletedLists'
import styles from './Review.module.css'

interface TakeListProps {
  takes: readonly EndedTake[]
  shownId: string
  /** Out of sight: what was deleted is offered where it can be seen. */
  isAway: boolean
  onPlay: (take: EndedTake) => void
  onKeepAsBest: (take: EndedTake, isBest: boolean) => void
  onDelete: (take: EndedTake) => void
  /** The system's menu for this take was asked for. */
  onMenu: (take: EndedTake) => void
}

/** Every take of this question, oldest first. */
export function TakeList({ takes, shownId, isAway, ...act }: TakeListProps) {
  const list = useRef<HTMLUListElement>(null)
  const [deleting] = useState(() => new OneIntent())
  const place = useDeletedPlace(
    takes[0] ? takesOf(takes[0]) : '',
    takes.map(({ id }) => id),
  )
  const deletedBelow = isAway ? null : place
  // Of many takes the one in the player is in sight; only the list scrolls for that, not the page.
  useEffect(() => {
    const item = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (list.current && item) list.current.scrollTop = item.offsetTop - list.current.offsetTop
  }, [shownId])
  // Also what was deleted, while it can be brought back.
  useEffect(() => {
    const offer = list.current?.querySelector<HTMLElement>('section')
    if (deletedBelow === null || !list.current || !offer) return
    const [row, shown] = [offer.getBoundingClientRect(), list.current.getBoundingClientRect()]
    if (row.bottom > shown.bottom) list.current.scrollTop += row.bottom - shown.bottom
    if (row.top < shown.top) list.current.scrollTop -= shown.top - row.top
  }, [deletedBelow])
  return (
    <ul ref={list} aria-label="Takes" className={styles['list']}>
      {takes.map((take, index) => {
        const name = `take ${take.number}`
        const isDamaged = take.state === 'damaged'
        return (
          <li
            key={take.id}
            id={take.id}
            aria-label={`Take ${take.number}`}
            aria-current={take.id === shownId ? 'true' : undefined}
            className={styles['item']}
            onContextMenu={(event) => {
              event.preventDefault()
              act.onMenu(take)
            }}
          >
            {index === 0 && deletedBelow === AT_TOP && <DeletedHere />}
            <Button
              look="quiet"
              iconOnly
              isToggle
              className={styles['act']}
              icon={<Play strokeWidth={1.75} />}
              label={`Play ${name}`}
              aria-describedby={isDamaged ? `damaged-${take.id}` : undefined}
              onClick={() => act.onPlay(take)}
            />
            <span className={styles['name']}>Take {take.number}</span>
            {isDamaged ? (
              <span id={`damaged-${take.id}`} className={styles['length']}>
                Damaged
              </span>
            ) : (
              <span className={styles['length']}>{formatClock(take.durationMs)}</span>
            )}
            <span className={styles['about']}>
              {[followUpWords(take), take.rating && RATING_NAMES[take.rating], take.notes]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {isAnswer(take) && (
              <Button
                look="quiet"
                iconOnly
                isToggle
                aria-pressed={take.isBest}
                className={take.isBest ? styles['best'] : styles['act']}
                icon={
                  <Bookmark
                    strokeWidth={1.75}
                    fill={take.isBest ? 'currentColor' : 'transparent'}
                  />
                }
                label={`Keep ${name} as best`}
                onClick={() => act.onKeepAsBest(take, !take.isBest)}
              />
            )}
            <Button
              look="quiet"
              iconOnly
              className={styles['act']}
              icon={<Trash2 strokeWidth={1.75} />}
              label={`Delete ${name}`}
              onClick={(event) => {
                // The second press of two would hit the row that moved up.
                if (!deleting.isNewPress(event)) return
                keepFocusNear(list.current, take.id)
                act.onDelete(take)
              }}
            />
            {deletedBelow === take.id && <DeletedHere />}
          </li>
        )
      })}
    </ul>
  )
}
