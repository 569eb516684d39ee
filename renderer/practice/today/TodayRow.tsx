import { Check, X } from 'lucide-react'
import type { TodayQuestion } from '../../../shared/practice/practiceRequests'
import { shortName } from '../../lib/questionWords'
import { Button } from '../../ui/Button'
import styles from './Today.module.css'
import { reasonWords } from './todayWords'

interface TodayRowProps {
  readonly question: TodayQuestion
  /** Begins today's practice at this question. */
  readonly onStart: () => void
  readonly onPutOff: () => void
}

/** A question of today with its reason; a press on it begins with it. */
export function TodayRow({ question, onStart, onPutOff }: TodayRowProps) {
  if (question.isSaid) {
    return (
      <div className={styles['row']}>
        <div className={styles['said']} title={question.question}>
          <Words question={question} reason="Said today" />
        </div>
        <Check className={styles['sign']} size={18} strokeWidth={1.75} aria-hidden="true" />
      </div>
    )
  }
  return (
    <div className={styles['row']}>
      <button
        type="button"
        className={styles['question']}
        title={question.question}
        onClick={onStart}
      >
        <Words question={question} reason={reasonWords(question.reason)} />
      </button>
      <Button
        look="quiet"
        iconOnly
        isToggle
        icon={<X size={16} strokeWidth={1.75} />}
        label={`Not today: ${question.question}`}
        className={styles['putOff']}
        onClick={onPutOff}
      />
    </div>
  )
}

interface WordsProps {
  readonly question: TodayQuestion
  readonly reason: string
}

function Words({ question, reason }: WordsProps) {
  return (
    <>
      <span className={styles['name']} dir="auto" lang={question.language}>
        {shortName(question)}
      </span>{' '}
      <span className={styles['reason']} dir="auto">
        {reason}
      </span>
    </>
  )
}
