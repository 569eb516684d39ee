import { useRef } from 'react'
import type { SessionQuestion } from '../../../shared/model'
import { isLongQuestion } from '../../lib/questionWords'
import { Button } from '../../ui/Button'
import { useFolding } from '../../ui/useFolding'
import styles from './QuestionHeading.module.css'

interface QuestionHeadingProps {
  readonly question: SessionQuestion
  /** Somebody speaks: there is the question and nothing else. */
  readonly isAlone: boolean
  /** There is a take to listen to, which needs the room: the question is three lines, why they ask it one. */
  readonly isShort: boolean
}

/** The question, which is the page; and, where somebody has said it, why they ask it. */
export function QuestionHeading({ question, isAlone, isShort }: QuestionHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { isFolded, isCut, toggle } = useFolding(heading)
  // Before the first take nobody has read it, and whoever speaks may look at its end again.
  const isShortened = isShort && !isAlone
  return (
    <div className={styles['heading']}>
      <div className={styles['asked']}>
        <h1
          ref={heading}
          className={isLongQuestion(question) ? styles['long'] : styles['question']}
          data-folded={isShortened && isFolded}
          dir="auto"
          lang={question.language}
        >
          {question.question}
        </h1>
        {isShortened && isCut && <More of="the question" isFolded={isFolded} onPress={toggle} />}
      </div>
      {question.whyTheyAsk !== '' && <Why question={question} isAway={isAlone} isShort={isShort} />}
    </div>
  )
}

interface WhyProps {
  readonly question: SessionQuestion
  readonly isAway: boolean
  readonly isShort: boolean
}

function Why({ question, isAway, isShort }: WhyProps) {
  const reason = useRef<HTMLParagraphElement>(null)
  const { isFolded, isCut, toggle } = useFolding(reason)
  return (
    <section aria-label="Why they ask" className={styles['why']} data-away={isAway || undefined}>
      <h2 className={styles['label']}>Why they ask</h2>
      <p
        ref={reason}
        className={styles['reason']}
        data-folded={isFolded}
        data-short={isShort || undefined}
        dir="auto"
        lang={question.language}
      >
        {question.whyTheyAsk}
      </p>
      {isCut && <More of="why they ask" isFolded={isFolded} onPress={toggle} />}
    </section>
  )
}

interface MoreProps {
  readonly of: string
  readonly isFolded: boolean
  readonly onPress: () => void
}

function More({ of, isFolded, onPress }: MoreProps) {
  return (
    <Button
      look="quiet"
      className={styles['more']}
      aria-expanded={!isFolded}
      label={`${isFolded ? 'More' : 'Less'} of ${of}`}
      onClick={onPress}
    >
      {isFolded ? 'more' : 'less'}
    </Button>
  )
}
