import { Pause, Play } from 'lucide-react'
import { RATING_NAMES } from '../../../shared/defaults'
import type { EndedTake } from '../../../shared/endedTake'
import type { Rating, SessionQuestion } from '../../../shared/model'
import { href } from '../../app/route'
import { formatClock } from '../../lib/format'
import { followUpWords, shortName } from '../../lib/questionWords'
import { lengthWords } from '../../measures/remarks'
import type { TakeInPlayer } from '../../pastSession/useOpenTake'
import { Button } from '../../ui/Button'
import styles from './AnswerItem.module.css'

const RATINGS: readonly Rating[] = [1, 2, 3, 4]

interface AnswerItemProps {
  readonly question: SessionQuestion
  readonly take: EndedTake
  /** Set while this answer is the one that is listened to. */
  readonly open: TakeInPlayer | null
  readonly onToggle: (take: EndedTake) => void
  readonly onRate: (take: EndedTake, rating: Rating) => void
}

/** One answer: what was asked, how long it was, how it went, and the way to its marks. */
export function AnswerItem({ question, take, open, onToggle, onRate }: AnswerItemProps) {
  const followUp = followUpWords(take)
  const name = followUp ?? shortName(question)
  const which = followUp
    ? `the follow-up of answer ${question.position}`
    : `answer ${question.position}`
  const isDamaged = take.state === 'damaged'
  const isPlaying = open?.state === 'playing'
  return (
    <li className={styles['answer']} data-open={open !== null || undefined}>
      <Button
        look="quiet"
        iconOnly
        isToggle
        disabled={isDamaged}
        icon={isPlaying ? <Pause strokeWidth={1.75} /> : <Play strokeWidth={1.75} />}
        label={`${isPlaying ? 'Pause' : 'Play'} ${which}`}
        onClick={() => onToggle(take)}
      />
      <div className={styles['what']}>
        <p
          className={styles['name']}
          dir="auto"
          lang={question.language}
          title={followUp ?? question.question}
        >
          {name}
        </p>
        <p className={styles['length']}>
          {lengthOf(take, question)}
          <a
            href={href({ screen: 'pastSession', sessionId: take.sessionId, takeId: take.id })}
            className={styles['more']}
            aria-label={`Marks and numbers of ${which}`}
            draggable={false}
          >
            Marks and numbers
          </a>
        </p>
      </div>
      <div role="radiogroup" aria-label={`How did ${which} go?`} className={styles['ratings']}>
        {RATINGS.map((rating) => (
          <label
            key={rating}
            className={styles['rating']}
            onMouseDown={(event) => event.preventDefault()}
          >
            <input
              type="radio"
              name={`rating-${take.id}`}
              className={styles['radio']}
              checked={take.rating === rating}
              onChange={() => onRate(take, rating)}
            />
            {RATING_NAMES[rating]}
          </label>
        ))}
      </div>
    </li>
  )
}

/** What is said to a follow-up has no length that it should have. */
function lengthOf(take: EndedTake, { target }: SessionQuestion): string {
  if (take.state === 'damaged') return 'Damaged'
  return take.followUp === '' ? lengthWords(take.durationMs, target) : formatClock(take.durationMs)
}
