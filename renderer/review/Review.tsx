import type { ReactNode, RefObject } from 'react'
import { isAnswer, type EndedTake } from '../../shared/endedTake'
import type { Rating, SessionQuestion } from '../../shared/model'
import { useMeasuring } from '../measures/useMeasuring'
import { MarkBoard } from '../marks/MarkBoard'
import { MarkFlags } from '../marks/flags/MarkFlags'
import { useMarking } from '../marks/useMarking'
import { MeasuresPanel } from '../measures/MeasuresPanel'
import { Pauses } from '../measures/Pauses'
import { RubricPanel } from './rubric/RubricPanel'
import type { Player } from '../player/player'
import { TakePlayer, type PlayerHandle } from '../player/TakePlayer'
import { ExampleAnswer } from '../example/ExampleAnswer'
import styles from './Review.module.css'
import { SelfReview } from './SelfReview'
import { ShortTake } from './ShortTake'
import { TakeList } from './TakeList'
import { TakeActions } from './TakeActions'
import type { Example } from '../example/useExample'

interface ReviewProps {
  question: SessionQuestion
  takes: readonly EndedTake[]
  take: EndedTake
  playerRef: RefObject<PlayerHandle | null>
  /** Out of sight, because a take is being made: its keys mean nothing then. */
  isAway: boolean
  speed: number
  onSpeedChange: (speed: number) => void
  example: Example
  /** What one wanted to say; null where that is out of sight. */
  outline?: ReactNode
  onPlay: (take: EndedTake) => void
  onRate: (take: EndedTake, rating: Rating) => void
  onAnnotate: (take: EndedTake, notes: string) => Promise<void>
  onKeepAsBest: (take: EndedTake, isBest: boolean) => void
  onDelete: (take: EndedTake) => void
  onMenu: (take: EndedTake) => void
}

/** Mine beside theirs: two columns that start at the same line, so that going back and forth is a glance. */
export function Review(props: ReviewProps) {
  const { question, takes, take, playerRef, isAway, example, outline = null, ...act } = props
  const measuring = useMeasuring(take.id)
  const marking = useMarking({ take, player: () => playerRef.current, keysOff: isAway })
  const overlay = (player: Player) => (
    <>
      <Pauses measuring={measuring} player={player} />
      <MarkFlags marking={marking} player={player} />
    </>
  )
  return (
    <div className={styles['columns']}>
      <section aria-label="Your answer" className={styles['answer']}>
        <header className={styles['head']}>
          <h2 className={styles['title']}>Your answer</h2>
          <TakeActions questionId={question.id} takes={takes} shown={take} />
          <TakeList
            takes={takes}
            shownId={take.id}
            isAway={isAway}
            onPlay={act.onPlay}
            onKeepAsBest={act.onKeepAsBest}
            onDelete={act.onDelete}
            onMenu={act.onMenu}
          />
        </header>
        <div className={styles['body']}>
          <ShortTake take={take} onDelete={act.onDelete} />
          <TakePlayer
            key={take.id}
            ref={playerRef}
            takeId={take.id}
            durationMs={take.durationMs}
            damaged={take.state === 'damaged'}
            instead={takes.length > 1 ? 'Other takes still play.' : 'You can record another one.'}
            speed={act.speed}
            onSpeedChange={act.onSpeedChange}
            overlay={overlay}
          />
          <MeasuresPanel
            takeId={take.id}
            measuring={measuring}
            target={isAnswer(take) ? question.target : null}
          />
          <MarkBoard marking={marking} canMark={take.state !== 'damaged'} foldsWhenLow />
          <SelfReview
            key={`review-${take.id}`}
            take={take}
            onRate={(rating) => act.onRate(take, rating)}
            onAnnotate={(notes) => act.onAnnotate(take, notes)}
          >
            <RubricPanel takeId={take.id} keysOff={isAway} />
          </SelfReview>
        </div>
      </section>
      <div className={styles['beside']}>
        {outline}
        <ExampleAnswer question={question} example={example} />
      </div>
    </div>
  )
}
