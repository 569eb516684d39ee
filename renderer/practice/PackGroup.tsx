import { useId } from 'react'
import type { PackSummary } from '../../shared/model'
import { go } from '../app/route'
import { Button } from '../ui/Button'
import { count } from '../lib/format'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { dayInWords } from './lastPractised'
import { useStartSession } from './useStartSession'
import styles from './PackGroup.module.css'

/** One pack: what it is, where one stopped, and the way in. */
export function PackGroup({ pack }: { readonly pack: PackSummary }) {
  const titleId = useId()
  const [starting, start] = useStartSession(pack.id)
  const { unfinished, lastPractised, questionCount } = pack
  return (
    <div role="group" aria-labelledby={titleId} className={styles['pack']}>
      <h2 id={titleId} className={styles['title']}>
        {pack.title}
      </h2>
      <p className={styles['description']}>{pack.description}</p>
      <ul className={styles['facts']}>
        <li>{count(questionCount, 'question')}</li>
        {lastPractised && (
          <li>
            Last practised {dayInWords(lastPractised.atMs)}, {lastPractised.answeredCount} of{' '}
            {questionCount} answered
          </li>
        )}
      </ul>
      {unfinished && (
        <p className={styles['unfinished']}>
          <span className={styles['position']}>
            Question {unfinished.currentPosition} of {questionCount}
            <span className="visually-hidden">: </span>
          </span>
          <span className={styles['question']}>{unfinished.currentQuestion}</span>
        </p>
      )}
      {starting.state === 'failed' && (
        <div className={styles['trouble']}>
          <Trouble {...troubleOf(starting.error)} />
        </div>
      )}
      <div className={styles['ways']}>
        {unfinished && (
          <Button
            look="primary"
            onClick={() => go({ screen: 'session', sessionId: unfinished.sessionId })}
          >
            Resume session
          </Button>
        )}
        <Button look={unfinished ? 'plain' : 'primary'} onClick={start}>
          Start session
        </Button>
      </div>
    </div>
  )
}
