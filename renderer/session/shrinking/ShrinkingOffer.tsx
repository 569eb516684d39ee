import { formatClock } from '../../lib/format'
import { Button } from '../../ui/Button'
import styles from './ShrinkingOffer.module.css'
import type { ShrinkingRounds } from './useShrinking'

interface ShrinkingOfferProps {
  readonly rounds: ShrinkingRounds
  readonly isOffered: boolean
}

/** For a question that does not sit yet; while the rounds go on, which one it is and how long it may take. */
export function ShrinkingOffer({ rounds, isOffered }: ShrinkingOfferProps) {
  const { shrinking, target, begin, end } = rounds
  if (shrinking.state === 'going') {
    return (
      <div className={styles['rounds']}>
        <p>
          Round {shrinking.round} of {shrinking.rounds}: up to {formatClock(target.longestMs)}
        </p>
        <Button look="quiet" onClick={end}>
          End rounds
        </Button>
      </div>
    )
  }
  if (!isOffered) return null
  return (
    <div className={styles['rounds']}>
      <Button onClick={begin}>Three times, shorter each time</Button>
    </div>
  )
}
