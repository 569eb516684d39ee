import type { UsualAnswers } from '../../../shared/mock/usualAnswers'
import type { Session } from '../../../shared/model'
import styles from './InterviewFinished.module.css'
import { summaryOf } from './summaryOf'
import { useLongestSilence } from './useLongestSilence'

interface InterviewSummaryProps {
  readonly session: Session
  readonly usual: UsualAnswers | null
}

/** Three plain facts, each beside what is usual for the person. Nothing is scored. */
export function InterviewSummary({ session, usual }: InterviewSummaryProps) {
  const silence = useLongestSilence(session)
  return (
    <dl className={styles['summary']}>
      {summaryOf(session, usual, silence).map(({ name, fact, beside }) => (
        <div key={name} className={styles['fact']}>
          <dt className={styles['factName']}>{name}</dt>
          <dd>
            {fact}
            {beside !== null && <span className={styles['usual']}>{beside}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
