import { useCallback, useState } from 'react'
import { MAX_QUESTION_ROWS } from '../../../shared/defaults'
import type { Interview } from '../../../shared/interviews/interview'
import type { Day } from '../../../shared/practice/day'
import { request } from '../../api'
import { href } from '../../app/route'
import { count } from '../../lib/format'
import { useAnswer } from '../../lib/useAnswer'
import { Button } from '../../ui/Button'
import { Disclosure } from '../../ui/disclosure/Disclosure'
import { dateWords, nameOf } from '../interviewWords'
import styles from './PastInterviews.module.css'

interface PastInterviewsProps {
  /** The newest first. */
  readonly interviews: readonly Interview[]
  readonly today: Day
  readonly onTell: (interview: Interview) => void
  readonly onChange: (interview: Interview) => void
}

/** Those that one has been to, with what they asked, one step away. */
export function PastInterviews({ interviews, today, onTell, onChange }: PastInterviewsProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className={styles['past']}>
      <Disclosure words="Past interviews" isOpen={isOpen} onToggle={setIsOpen}>
        <ul aria-label="Past interviews" className={styles['list']}>
          {interviews.map((interview) => (
            <li key={interview.id} className={styles['interview']}>
              <PastInterview
                interview={interview}
                today={today}
                onTell={() => onTell(interview)}
                onChange={() => onChange(interview)}
              />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}

interface PastInterviewProps {
  readonly interview: Interview
  readonly today: Day
  readonly onTell: () => void
  readonly onChange: () => void
}

function PastInterview({ interview, today, onTell, onChange }: PastInterviewProps) {
  const { date, askedQuestionIds } = interview
  const name = nameOf(interview)
  return (
    <>
      <p dir="auto" className={styles['name']} title={name}>
        {name}
      </p>
      <p className={styles['facts']}>
        {dateWords(date, today)}, {askedWords(interview)}
      </p>
      {askedQuestionIds.length > 0 && <Asked questionIds={askedQuestionIds} name={name} />}
      <div className={styles['ways']}>
        <Button look="quiet" label={`What they asked: ${name}`} onClick={onTell}>
          What they asked
        </Button>
        <Button look="quiet" label={`Change: ${name}`} onClick={onChange}>
          Change
        </Button>
      </div>
    </>
  )
}

function askedWords({ toldAtMs, askedQuestionIds }: Interview): string {
  if (toldAtMs === null) return 'not told yet'
  return `${count(askedQuestionIds.length, 'question')} asked`
}

interface AskedProps {
  readonly questionIds: readonly string[]
  readonly name: string
}

function Asked({ questionIds, name }: AskedProps) {
  const ask = useCallback(
    () => request('questions.rows', { questionIds: questionIds.slice(0, MAX_QUESTION_ROWS) }),
    [questionIds],
  )
  const [rows] = useAnswer(ask)
  if (rows.state !== 'ready') return null
  return (
    <ul aria-label={`Asked: ${name}`} className={styles['asked']}>
      {rows.value.map((row) => (
        <li key={row.id}>
          <a
            href={href({ screen: 'question', questionId: row.id })}
            dir="auto"
            title={row.question}
            className={styles['question']}
          >
            {row.question}
          </a>
        </li>
      ))}
    </ul>
  )
}
