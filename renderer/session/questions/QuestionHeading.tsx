import type { SessionQuestion } from '../../../shared/model'
import styles from './QuestionHeading.module.css'

interface QuestionHeadingProps {
  readonly question: SessionQuestion
}

/** The question, which is the page; and, where somebody has said it, why they ask it. */
export function QuestionHeading({ question }: QuestionHeadingProps) {
  const size = question.question.length > 90 ? 'long' : 'question'
  return (
    <div className={styles['heading']}>
      <h1 className={styles[size]} dir="auto" lang={question.language}>
        {question.question}
      </h1>
      {question.whyTheyAsk !== '' && (
        <section aria-label="Why they ask" className={styles['why']}>
          <h2 className={styles['label']}>Why they ask</h2>
          <p className={styles['reason']} dir="auto" lang={question.language}>
            {question.whyTheyAsk}
          </p>
        </section>
      )}
    </div>
  )
}
