import { Bookmark, Pause, Play } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { RATING_NAMES } from '../../shared/defaults'
import type { Question } from '../../shared/model'
import { Button } from '../ui/Button'
import { formatClock } from '../lib/format'
import type { EndedTake } from '../../shared/endedTake'
import { followUpWords } from '../lib/questionWords'
import { OpenTakePlayer } from './OpenTakePlayer'
import type { TakeInPlayer } from './useOpenTake'
import styles from './PastSession.module.css'

interface PastTakeProps {
  readonly take: EndedTake
  readonly target: Question['target']
  /** Somebody came here for this take: it is brought into sight. */
  readonly isSought: boolean
  /** Set while this take is the one being listened to. */
  readonly open: TakeInPlayer | null
  readonly onToggle: (take: EndedTake) => void
}

/** One take: its button, what was thought of it, and, once opened, its wave. */
export function PastTake({ take, target, isSought, open, onToggle }: PastTakeProps) {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!isSought) return
    item.current?.scrollIntoView({ block: 'center' })
    item.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [isSought])
  // One that turns out to be broken keeps its button: trying again does no harm.
  const isDamaged = take.state === 'damaged'
  const isBroken = isDamaged || open?.state === 'broken'
  const isPlaying = open?.state === 'playing'
  const followUp = followUpWords(take)
  return (
    <li ref={item} aria-label={`Take ${take.number}`} className={styles['take']}>
      <div className={styles['row']}>
        <Button
          look="quiet"
          iconOnly
          isToggle
          disabled={isDamaged}
          icon={isPlaying ? <Pause strokeWidth={1.75} /> : <Play strokeWidth={1.75} />}
          label={`${isPlaying ? 'Pause' : 'Play'} take ${take.number}`}
          onClick={() => onToggle(take)}
        />
        <span className={styles['name']}>Take {take.number}</span>
        <span className={styles['length']}>
          {isDamaged ? 'Damaged' : formatClock(take.durationMs)}
        </span>
        <span className={styles['rating']}>{take.rating && RATING_NAMES[take.rating]}</span>
        {take.isBest && (
          <span className={styles['best']}>
            <Bookmark size={18} strokeWidth={1.75} fill="currentColor" aria-hidden="true" />
            Best
          </span>
        )}
        {isBroken && !isDamaged && (
          <span className={styles['broken']}>Its recording cannot be played</span>
        )}
      </div>
      {followUp && (
        <p className={styles['notes']} dir="auto">
          {followUp}
        </p>
      )}
      {open && !isBroken && (
        <OpenTakePlayer open={open} target={followUp === null ? target : null} />
      )}
      {take.notes && <p className={styles['notes']}>{take.notes}</p>}
    </li>
  )
}
