import type { SessionQuestion } from '../../shared/model'
import { href } from '../app/route'
import { isEnded, type EndedTake } from '../../shared/endedTake'
import { ExampleAnswers } from '../example/ExampleAnswers'
import { isLongQuestion } from '../lib/questionWords'
import { PastTakes } from './PastTakes'
import styles from './PastSession.module.css'
import type { TakeInPlayer } from './useOpenTake'

interface PastQuestionProps {
  readonly question: SessionQuestion
  /** The take that somebody came here for. */
  readonly soughtId: string | undefined
  readonly open: TakeInPlayer | null
  readonly onToggle: (take: EndedTake) => void
}

/** One question of a past session with everything that was said to it. */
export function PastQuestion({ question, soughtId, open, onToggle }: PastQuestionProps) {
  const headingId = `heading-${question.position}`
  // Several lines of heading would be all that one sees of a question.
  const isLong = question.shortTitle !== null && isLongQuestion(question)
  return (
    <section className={styles['question']} aria-labelledby={headingId}>
      <p className={styles['position']} aria-hidden="true">
        {question.position}
      </p>
      <div>
        <h2
          id={headingId}
          className={styles['questionHeading']}
          dir="auto"
          lang={question.language}
        >
          {isLong ? question.shortTitle : question.question}
        </h2>
        {isLong && (
          <p className={styles['wholeQuestion']} dir="auto" lang={question.language}>
            {question.question}
          </p>
        )}
        <a
          href={href({ screen: 'question', questionId: question.id })}
          className={styles['questionAll']}
          aria-describedby={headingId}
          draggable={false}
        >
          All takes of this question
        </a>
        <PastTakes
          takes={question.takes.filter(isEnded)}
          target={question.target}
          soughtId={soughtId}
          open={open}
          onToggle={onToggle}
        />
        <div className={styles['example']}>
          <ExampleAnswers examples={question.exampleAnswers} language={question.language} />
        </div>
      </div>
    </section>
  )
}
