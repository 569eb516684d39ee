import type { UnfinishedSession } from '../../shared/model'
import { go } from '../app/route'
import { shortName } from '../lib/shortName'
import { Button } from '../ui/Button'
import styles from './PracticeScreen.module.css'

interface UnfinishedProps {
  readonly session: UnfinishedSession
}

/** The question at which one stopped, and how far into the session it is. */
export function WhereOneStopped({ session }: UnfinishedProps) {
  return (
    <p className={styles['unfinished']}>
      <span className={styles['position']}>
        Question {session.currentPosition} of {session.questionCount}
        <span className="visually-hidden">: </span>
      </span>
      <span className={styles['question']} dir="auto" title={session.currentQuestion.question}>
        {shortName(session.currentQuestion)}
      </span>
    </p>
  )
}

export function ResumeButton({ session }: UnfinishedProps) {
  return (
    <Button look="primary" onClick={() => go({ screen: 'session', sessionId: session.id })}>
      Resume session
    </Button>
  )
}

/** A session that is not one of a pack's own: what it is, where one stopped, and the way back in. */
export function UnfinishedGroup({ session }: UnfinishedProps) {
  // A session of one question is called by it: it would stand there twice.
  const isNamedByQuestion = session.title === shortName(session.currentQuestion)
  return (
    <div role="group" aria-label={session.title} className={styles['pack']}>
      {!isNamedByQuestion && (
        <h2 className={styles['title']} dir="auto">
          {session.title}
        </h2>
      )}
      <WhereOneStopped session={session} />
      <div className={styles['ways']}>
        <ResumeButton session={session} />
      </div>
    </div>
  )
}
