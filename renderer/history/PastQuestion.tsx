import type { SessionQuestion } from '../../shared/model'
import { isEnded, type EndedTake } from '../../shared/endedTake'
import { ExampleAnswers } from './ExampleAnswers'
import { PastTakes } from './PastTakes'
import styles from './PastQuestion.module.css'
import type { OpenTake } from './useOpenTake'

interface PastQuestionProps {
  readonly question: SessionQuestion
  readonly open: OpenTake | null
  readonly onToggle: (take: EndedTake) => void
}

/** One question of a past session with everything that was said to it. */
export function PastQuestion({ question, open, onToggle }: PastQuestionProps) {
  return (
    <section className={styles['question']} aria-labelledby={`heading-${question.position}`}>
      <p className={styles['position']} aria-hidden="true">
        {question.position}
      </p>
      <div className={styles['content']}>
        <h2 id={`heading-${question.position}`} className={styles['heading']}>
          {question.question}
        </h2>
        <PastTakes takes={question.takes.filter(isEnded)} open={open} onToggle={onToggle} />
        <ExampleAnswers examples={question.exampleAnswers} />
      </div>
    </section>
  )
}
