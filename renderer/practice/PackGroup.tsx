import { useId } from 'react'
import type { PackSummary, UnfinishedSession } from '../../shared/model'
import { Button } from '../ui/Button'
import { count } from '../lib/format'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { dayInWords } from './lastPractised'
import { ResumeButton, WhereOneStopped } from './UnfinishedSession'
import { useStartSession } from './useStartSession'
import styles from './PracticeScreen.module.css'

interface PackGroupProps {
  readonly pack: PackSummary
  /** The session that can be resumed, when it is this pack's. */
  readonly unfinished: UnfinishedSession | null
  /** Something else on the screen comes first. */
  readonly isSecond: boolean
}

/** One pack: what it is, where one stopped, and the way in. */
export function PackGroup({ pack, unfinished, isSecond }: PackGroupProps) {
  const titleId = useId()
  const [starting, start] = useStartSession({ kind: 'pack', packId: pack.id })
  const { lastPractised, questionCount } = pack
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
            {lastPractised.questionCount} answered
          </li>
        )}
      </ul>
      {unfinished && <WhereOneStopped session={unfinished} />}
      {starting.state === 'failed' && (
        <div className={styles['trouble']}>
          <Trouble {...troubleOf(starting.error)} />
        </div>
      )}
      <div className={styles['ways']}>
        {unfinished && <ResumeButton session={unfinished} />}
        <Button look={isSecond ? 'plain' : 'primary'} onClick={start}>
          Start session
        </Button>
      </div>
    </div>
  )
}
