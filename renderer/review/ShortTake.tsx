import { useState } from 'react'
import { isHardlyThere, type EndedTake } from '../../shared/endedTake'
import { formatSeconds } from '../lib/format'
import { OneIntent } from '../lib/oneIntent'
import { Button } from '../ui/Button'
import styles from './Review.module.css'

interface ShortTakeProps {
  readonly take: EndedTake
  readonly onDelete: (take: EndedTake) => void
}

/** A take that is hardly there was hardly meant. It is kept, and offered to be dropped. */
export function ShortTake({ take, onDelete }: ShortTakeProps) {
  const [deleting] = useState(() => new OneIntent())
  if (!isHardlyThere(take)) return null
  return (
    <p className={styles['short']}>
      Very short: {formatSeconds(take.durationMs)}.{' '}
      <Button
        look="quiet"
        // The second press of two would delete the take that has come here, if it is short too.
        onClick={({ timeStamp }) => deleting.isNew(timeStamp) && onDelete(take)}
      >
        Delete it
      </Button>
    </p>
  )
}
