import { Pause, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import type { EndedTake } from '../../../shared/endedTake'
import type { Rating, Session } from '../../../shared/model'
import { useCommands } from '../../keys/useCommands'
import { seekSeconds } from '../../player/player'
import { Button } from '../../ui/Button'
import { AnswerItem } from './AnswerItem'
import { answersOf } from './answersOf'
import styles from './InterviewFinished.module.css'
import { useListenThrough } from './useListenThrough'

interface AnswersProps {
  readonly session: Session
  readonly onRate: (take: EndedTake, rating: Rating) => void
  /** The other way out, beside the one to listen. */
  readonly children: ReactNode
}

/** All that was said, in its order: heard one after the other, or each by itself. */
export function Answers({ session, onRate, children }: AnswersProps) {
  const answers = answersOf(session)
  const { open, toggle, toggleAll } = useListenThrough(answers.map(({ take }) => take))
  const heard = answers.find(({ take }) => take.id === open?.takeId)?.take
  useCommands({
    play: toggleAll,
    seek: (nth) => open?.player.seekBy(seekSeconds(nth)),
    rate: (nth) => heard && onRate(heard, (nth + 1) as Rating),
  })
  const isPlaying = open?.state === 'playing'
  return (
    <>
      <div className={styles['ways']}>
        <Button
          look="primary"
          icon={isPlaying ? <Pause strokeWidth={1.75} /> : <Play strokeWidth={1.75} />}
          command="play"
          label={isPlaying ? 'Pause' : 'Listen to all answers'}
          isToggle
          onClick={toggleAll}
        >
          {isPlaying ? 'Pause' : 'Listen to all answers'}
        </Button>
        {children}
      </div>
      <h2 id="answers" className={styles['group']}>
        Answers
      </h2>
      <ol aria-labelledby="answers" className={styles['answers']}>
        {answers.map((answer) => (
          <AnswerItem
            key={answer.take.id}
            {...answer}
            open={open?.takeId === answer.take.id ? open : null}
            onToggle={toggle}
            onRate={onRate}
          />
        ))}
      </ol>
    </>
  )
}
