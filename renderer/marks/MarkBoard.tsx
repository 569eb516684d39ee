import { MarkButtons } from './MarkButtons'
import { MarkList } from './list/MarkList'
import styles from './MarkBoard.module.css'
import { FULL_WORDS } from './markWords'
import type { Marking } from './useMarking'

interface MarkBoardProps {
  readonly marking: Marking
  /** A take that cannot be heard can be read, but not marked. */
  readonly canMark: boolean
}

/** Below the player: what can be marked, and what was. */
export function MarkBoard({ marking, canMark }: MarkBoardProps) {
  if (!canMark && marking.marks.length === 0) return null
  return (
    <div className={styles['board']}>
      {canMark && <MarkButtons marking={marking} />}
      {marking.isFull && <p className={styles['full']}>{FULL_WORDS}</p>}
      {marking.marks.length > 0 && <MarkList marking={marking} />}
    </div>
  )
}
