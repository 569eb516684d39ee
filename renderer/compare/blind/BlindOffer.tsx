import { Bookmark, EyeOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { EndedTake } from '../../../shared/endedTake'
import { formatMomentInside } from '../../lib/format'
import { Button } from '../../ui/Button'
import styles from './Blind.module.css'
import { choiceWords } from './choiceWords'
import { otherLetter, type Sides } from '../sides/sides'
import type { BlindState } from './useBlind'

interface BlindOfferProps {
  readonly sides: Sides
  readonly now: Exclude<BlindState, { state: 'listening' }>
  readonly isPossible: boolean
  readonly onBegin: () => void
  readonly onKeepAsBest: (take: EndedTake) => void
}

/** Offers to listen without knowing, and afterwards tells what was found. */
export function BlindOffer({ sides, now, isPossible, onBegin, onKeepAsBest }: BlindOfferProps) {
  const chosen = now.state === 'told' ? sides[now.better].take : null
  return (
    <section aria-labelledby="blind-offer" className={styles['offer']}>
      <h2 id="blind-offer" className={styles['title']}>
        Which is better?
      </h2>
      {now.state === 'told' ? (
        <Told sides={sides} now={now} />
      ) : (
        <p className={styles['words']}>
          {isPossible
            ? 'Names, dates and waves bias the ear. Listen to both without knowing which is which, then choose.'
            : 'Both takes have to play for this.'}
        </p>
      )}
      <div className={styles['ways']}>
        {chosen && !chosen.isBest && (
          <Button
            look="primary"
            icon={<Bookmark strokeWidth={1.75} />}
            onClick={() => onKeepAsBest(chosen)}
          >
            Keep as best take
          </Button>
        )}
        <Button icon={<EyeOff strokeWidth={1.75} />} disabled={!isPossible} onClick={onBegin}>
          {chosen ? 'Listen blind again' : 'Listen blind'}
        </Button>
      </div>
    </section>
  )
}

interface ToldProps {
  readonly sides: Sides
  readonly now: Extract<BlindState, { state: 'told' }>
}

function Told({ sides, now }: ToldProps) {
  const told = useRef<HTMLParagraphElement>(null)
  const { take } = sides[now.better]
  const other = sides[otherLetter(now.better)].take
  // What was pressed is gone; what it led to is read first.
  useEffect(() => {
    told.current?.focus()
    told.current?.scrollIntoView?.({ block: 'nearest' })
  }, [])
  return (
    <>
      <p ref={told} tabIndex={-1} className={styles['told']}>
        {`${now.sign} was take ${now.better}: take ${take.number} of ${formatMomentInside(take.startedAtMs)}.`}
      </p>
      <p className={styles['words']}>{choiceWords(now.choices, take, other)}</p>
      {take.isBest && (
        <p className={styles['words']}>It is kept as the best take of its session.</p>
      )}
    </>
  )
}
