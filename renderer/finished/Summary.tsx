import type { ReactNode } from 'react'
import { RATING_NAMES } from '../../shared/defaults'
import type { Session } from '../../shared/model'
import { go } from '../app/route'
import { count, formatClock } from '../lib/format'
import { shortName } from '../lib/questionWords'
import { useStartSession } from '../practice/useStartSession'
import { Button } from '../ui/Button'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import styles from './FinishedScreen.module.css'
import { NextThing } from './NextThing'
import { weakQuestions, type WeakQuestion } from './weakQuestions'

/** Of more than these the rest is counted: the way on stays in sight. */
const SHOWN = 6

interface SummaryProps {
  readonly session: Session
  readonly onBack: () => void
}

/** How much was said, what is worth another try, and the way there. */
export function Summary({ session, onBack }: SummaryProps) {
  const { answeredCount, questionCount, takeCount, spokenMs } = session
  const weak = weakQuestions(session)
  const back = <Button onClick={onBack}>Back to Practice</Button>
  return (
    <>
      <p className={styles['told']}>
        {answeredCount === 1 && questionCount === 1
          ? 'You answered the question.'
          : `You answered ${String(answeredCount)} of ${count(questionCount, 'question')}.`}{' '}
        {takesKept(takeCount)} kept, {formatClock(spokenMs)} spoken.
      </p>
      {weak.length > 0 ? (
        <Again weak={weak}>{back}</Again>
      ) : (
        <div className={styles['ways']}>
          <NextThing onGo={() => go({ screen: 'pastSession', sessionId: session.id })}>
            Listen to your session
          </NextThing>
          {back}
        </div>
      )}
    </>
  )
}

function takesKept(takeCount: number): string {
  return takeCount === 1 ? '1 take is' : `${takeCount} takes are`
}

interface AgainProps {
  /** At least one. */
  readonly weak: readonly WeakQuestion[]
  /** The other way out. */
  readonly children: ReactNode
}

function Again({ weak, children }: AgainProps) {
  const questionIds = weak.map(({ question }) => question.id)
  const [starting, start] = useStartSession(
    questionIds.length === 1
      ? { kind: 'one', questionId: questionIds[0]! }
      : { kind: 'weak', questionIds },
  )
  return (
    <>
      <h2 id="weak" className={styles['group']}>
        Worth another try
      </h2>
      <ul aria-labelledby="weak" className={styles['weak']}>
        {weak.slice(0, SHOWN).map(({ question, rating }) => (
          <li key={question.id} className={styles['question']} title={question.question}>
            <span className={styles['name']} dir="auto" lang={question.language}>
              {shortName(question)}
            </span>
            <span className={styles['rating']}>{RATING_NAMES[rating]}</span>
          </li>
        ))}
      </ul>
      {weak.length > SHOWN && (
        <p className={styles['rest']}>and {count(weak.length - SHOWN, 'more question')}</p>
      )}
      {starting.state === 'failed' && <Trouble {...troubleOf(starting.error)} />}
      <div className={styles['ways']}>
        <NextThing onGo={start}>
          {weak.length === 1 ? 'Practise this again' : 'Practise these again'}
        </NextThing>
        {children}
      </div>
    </>
  )
}
