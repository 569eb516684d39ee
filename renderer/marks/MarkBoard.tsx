import { useId, useState } from 'react'
import { count } from '../lib/format'
import { Button } from '../ui/Button'
import { DisclosureMark } from '../ui/disclosure/DisclosureMark'
import { MarkButtons } from './MarkButtons'
import { MarkList } from './list/MarkList'
import styles from './MarkBoard.module.css'
import { FULL_WORDS } from './markWords'
import type { Marking } from './useMarking'

interface MarkBoardProps {
  readonly marking: Marking
  /** A take that cannot be heard can be read, but not marked. */
  readonly canMark: boolean
  /** In a low window the list is folded behind its number: on a page that does not scroll. */
  readonly foldsWhenLow?: boolean
}

/** Below the player: what can be marked, and what was. */
export function MarkBoard({ marking, canMark, foldsWhenLow = false }: MarkBoardProps) {
  const [isOpen, setIsOpen] = useState(false)
  const listId = useId()
  const hasMarks = marking.marks.length > 0
  if (!canMark && !hasMarks) return null
  return (
    <div className={styles['board']}>
      <div className={styles['head']}>
        {canMark && <MarkButtons marking={marking} />}
        {hasMarks && foldsWhenLow && (
          <Button
            look="quiet"
            className={styles['fold']}
            aria-expanded={isOpen}
            aria-controls={isOpen ? listId : undefined}
            icon={<DisclosureMark />}
            onClick={() => setIsOpen(!isOpen)}
          >
            {count(marking.marks.length, 'mark')}
          </Button>
        )}
      </div>
      {marking.isFull && <p className={styles['full']}>{FULL_WORDS}</p>}
      {hasMarks && (
        <div id={listId} className={foldsWhenLow && !isOpen ? styles['folded'] : undefined}>
          <MarkList marking={marking} />
        </div>
      )}
    </div>
  )
}
