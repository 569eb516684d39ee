import { useId } from 'react'
import type { PackSummary } from '../../shared/model'
import { Button } from '../ui/Button'
import { count } from '../lib/format'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { dayInWords } from './lastPractised'
import { useStartSession } from './useStartSession'
import styles from './PracticeScreen.module.css'

interface PackGroupProps {
  readonly pack: PackSummary
  /** To start it is the first thing to do on this screen. */
  readonly isFirst: boolean
}

/** One pack in a row: what it is, when it was practised, and the way in. */
export function PackGroup({ pack, isFirst }: PackGroupProps) {
  const titleId = useId()
  const [starting, start] = useStartSession({ kind: 'pack', packId: pack.id })
  const { lastPractised, questionCount } = pack
  return (
    <div role="group" aria-labelledby={titleId} className={styles['pack']}>
      <div className={styles['what']}>
        <h2 id={titleId} className={styles['title']}>
          {pack.title}
        </h2>
        {lastPractised ? (
          <p>
            Last practised {dayInWords(lastPractised.atMs)}, {lastPractised.answeredCount} of{' '}
            {lastPractised.questionCount} answered
          </p>
        ) : (
          <p>{pack.description}</p>
        )}
      </div>
      <p className={styles['size']}>{count(questionCount, 'question')}</p>
      <Button look={isFirst ? 'primary' : 'plain'} onClick={start}>
        Start session
      </Button>
      {starting.state === 'failed' && (
        <div className={styles['trouble']}>
          <Trouble {...troubleOf(starting.error)} />
        </div>
      )}
    </div>
  )
}
