import type { SessionQuestion } from '../../shared/model'
import styles from './QuestionHeading.module.css'

interface QuestionHeadingProps {
  question: SessionQuestion
}

/** The question, which is the page; and why they ask it. */
export function QuestionHeading({ question }: QuestionHeadingProps) {
  const isLong = question.question.length > 90
  return (
    <div className={styles['heading']}>
      <h1 className={isLong ? styles['long'] : styles['question']} dir="auto">
        {question.question}
      </h1>
      <section aria-label="Why they ask" className={styles['why']}>
        <h2 className={styles['label']}>Why they ask</h2>
        <p className={styles['reason']} dir="auto">
          {question.whyTheyAsk}
        </p>
      </section>
    </div>
  )
}
