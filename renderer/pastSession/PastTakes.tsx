import { useState } from 'react'
import { Button } from '../ui/Button'
import { DisclosureMark } from '../ui/disclosure/DisclosureMark'
import type { EndedTake } from '../../shared/endedTake'
import type { Question } from '../../shared/model'
import { PastTake } from './PastTake'
import type { TakeInPlayer } from './useOpenTake'
import styles from './PastSession.module.css'

/** Up to this many takes are all shown; of more, the newest ones and the best one. */
const SHOWN_ALL = 12
const SHOWN_NEWEST = 6

interface PastTakesProps {
  /** Oldest first. */
  readonly takes: readonly EndedTake[]
  readonly target: Question['target']
  /** The take that somebody came here for. */
  readonly soughtId: string | undefined
  readonly open: TakeInPlayer | null
  readonly onToggle: (take: EndedTake) => void
}

/** The takes of one question, newest first: the last one is what one comes for. Of many some are folded, so that the next question stays in reach. */
export function PastTakes({ takes, target, soughtId, open, onToggle }: PastTakesProps) {
  const [showsAll, setShowsAll] = useState(false)
  const newestFirst = takes.toReversed()
  const isLong = takes.length > SHOWN_ALL
  const staysShown = (take: EndedTake) =>
    take.isBest || take.id === soughtId || take.id === open?.takeId
  const shown =
    isLong && !showsAll
      ? newestFirst.filter((take, index) => index < SHOWN_NEWEST || staysShown(take))
      : newestFirst
  return (
    <>
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
      {isLong && (
        <Button
          look="quiet"
          aria-expanded={showsAll}
          className={styles['takesAll']}
          icon={<DisclosureMark />}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? 'Show only the newest' : `Show all ${takes.length} takes`}
        </Button>
      )}
    </>
  )
}
