import { useState } from 'react'
import { Button } from '../ui/Button'
import type { EndedTake } from '../../shared/endedTake'
import type { Question } from '../../shared/model'
import { PastTake } from './PastTake'
import type { TakeInPlayer } from './useOpenTake'
import styles from './PastSession.module.css'

/** Up to this many takes are all shown; of more, the best one and the last ones. */
const SHOWN_ALL = 12
const SHOWN_LAST = 6

interface PastTakesProps {
  readonly takes: readonly EndedTake[]
  readonly target: Question['target']
  /** The take that somebody came here for. */
  readonly soughtId: string | undefined
  readonly open: TakeInPlayer | null
  readonly onToggle: (take: EndedTake) => void
}

/** The takes of one question, oldest first. Many of them are folded, so that the next question stays in reach. */
export function PastTakes({ takes, target, soughtId, open, onToggle }: PastTakesProps) {
  const [showsAll, setShowsAll] = useState(takes.length <= SHOWN_ALL)
  const shown = showsAll
    ? takes
    : takes.filter(
        (take, index) => take.isBest || take.id === soughtId || index >= takes.length - SHOWN_LAST,
      )
  return (
    <>
      {!showsAll && (
        <Button className={styles['takesAll']} onClick={() => setShowsAll(true)}>
          {`Show all ${takes.length} takes`}
        </Button>
      )}
      <ul aria-label="Takes" className={styles['takes']}>
        {shown.map((take) => (
          <PastTake
            key={take.id}
            take={take}
            target={target}
            isSought={take.id === soughtId}
            open={open?.takeId === take.id ? open : null}
            onToggle={onToggle}
          />
        ))}
      </ul>
    </>
  )
}
