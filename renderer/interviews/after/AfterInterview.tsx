import type { Interview } from '../../../shared/interviews/interview'
import { daysBetween, type Day } from '../../../shared/practice/day'
import { Button } from '../../ui/Button'
import { nameOf, whenWords } from '../interviewWords'
import styles from '../Interviews.module.css'

/** By then nobody remembers; it can still be told from "Past interviews". */
const ASKED_FOR_DAYS = 30

/** The newest one that is over and of which nothing was told yet; null when there is none. */
export function interviewToTell(past: readonly Interview[], today: Day): Interview | null {
  const untold = past.find(({ toldAtMs }) => toldAtMs === null)
  return untold && daysBetween(untold.date, today) <= ASKED_FOR_DAYS ? untold : null
}

interface AfterInterviewProps {
  readonly interview: Interview
  readonly today: Day
  readonly onTell: () => void
}

/** What they asked is worth more than any list: it is asked for while it is fresh. */
export function AfterInterview({ interview, today, onTell }: AfterInterviewProps) {
  return (
    <section aria-labelledby="after-interview" className={styles['region']}>
      <h2 id="after-interview" className={styles['heading']}>
        How did the interview go?
      </h2>
      <p className={styles['after']} title={nameOf(interview)}>
        <span dir="auto" className={styles['where']}>
          {nameOf(interview)}
        </span>
        <span className={styles['ago']}>{whenWords(interview.date, today)}</span>
      </p>
      <div className={styles['ways']}>
        <Button onClick={onTell}>Tell what they asked</Button>
      </div>
    </section>
  )
}
