import type { UnfinishedSession } from '../../shared/model'
import { go } from '../app/route'
import { formatTime } from '../lib/format'
import { shortName } from '../lib/questionWords'
import { Button } from '../ui/Button'
import { dayInWords } from './lastPractised'
import styles from './PracticeScreen.module.css'

interface UnfinishedSessionGroupProps {
  readonly session: UnfinishedSession
  /** To go on with it is the first thing to do on this screen. */
  readonly isFirst: boolean
}

/** The question at which one stopped, how far into which session it is, and the way back in. */
export function UnfinishedSessionGroup({ session, isFirst }: UnfinishedSessionGroupProps) {
  const { currentQuestion, currentPosition, questionCount, lastAtMs } = session
  const name = shortName(currentQuestion)
  return (
    <section aria-label="Unfinished session" className={styles['first']}>
      <h2
        className={styles['next']}
        dir="auto"
        lang={currentQuestion.language}
        title={currentQuestion.question}
      >
        {name}
      </h2>
      <ul className={styles['facts']}>
        {/* A session of one question is called by it: it would stand there twice. */}
        {session.title !== name && <li dir="auto">{session.title}</li>}
        <li>
          Question {currentPosition} of {questionCount}, {dayInWords(lastAtMs)}{' '}
          {formatTime(lastAtMs)}
        </li>
      </ul>
      <Button
        look={isFirst ? 'primary' : 'plain'}
        onClick={() => go({ screen: 'session', sessionId: session.id })}
      >
        Resume session
      </Button>
    </section>
  )
}
