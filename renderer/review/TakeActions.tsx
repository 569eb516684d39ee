import type { EndedTake } from '../../shared/endedTake'
import { go, href } from '../app/route'
import { Button } from '../ui/Button'
import styles from './Review.module.css'
import { takeToCompareWith } from './takeToCompareWith'

interface TakeActionsProps {
  readonly questionId: string
  readonly takes: readonly EndedTake[]
  readonly shown: EndedTake
}

/** From the takes of this session to all of this question, and to two of them side by side. */
export function TakeActions({ questionId, takes, shown }: TakeActionsProps) {
  const other = takeToCompareWith(takes, shown)
  return (
    <>
      <a
        href={href({ screen: 'question', questionId })}
        className={styles['all']}
        title="Every take of this question, in every session"
        draggable={false}
      >
        All takes
      </a>
      {other && <CompareButton questionId={questionId} one={shown} other={other} />}
    </>
  )
}

interface CompareButtonProps {
  readonly questionId: string
  readonly one: EndedTake
  readonly other: EndedTake
}

function CompareButton({ questionId, one, other }: CompareButtonProps) {
  const [older, newer] = one.id < other.id ? [one, other] : [other, one]
  return (
    <Button
      className={styles['compare']}
      title={`Take ${older.number} and take ${newer.number}`}
      onClick={() => go({ screen: 'compare', questionId, takeA: older.id, takeB: newer.id })}
    >
      Compare takes
    </Button>
  )
}
