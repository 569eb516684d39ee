import { useEffect, useRef } from 'react'
import type { EndedTake } from '../../../shared/endedTake'
import type { SessionQuestion } from '../../../shared/model'
import { formatClock } from '../../lib/format'
import { shortName } from '../../lib/questionWords'
import styles from './QuestionList.module.css'
import { shownTake } from '../sessionState'

interface QuestionListProps {
  questions: readonly SessionQuestion[]
  currentId: string
  onChoose: (questionId: string) => void
}

/** All questions of the session and what has been answered, one glance away. */
export function QuestionList({ questions, currentId, onChoose }: QuestionListProps) {
  const current = useRef<HTMLButtonElement>(null)
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [currentId])

  return (
    <nav aria-label="Questions of this session" className={styles['list']}>
      <ol>
        {questions.map((question) => {
          const take = shownTake(question)
          const isCurrent = question.id === currentId
          const length = take && lengthWords(take)
          const name = shortName(question)
          // Begins with what is seen, which is what one says to a voice control.
          const asked = name === question.question ? name : `${name}: ${question.question}`
          const answered = length ? `answered, ${length.toLowerCase()}` : 'not answered yet'
          return (
            <li key={question.id}>
              <button
                type="button"
                ref={isCurrent ? current : undefined}
                className={styles['item']}
                aria-current={isCurrent ? 'step' : undefined}
                aria-label={`${question.position}. ${asked} ${answered}`}
                title={question.question}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(question.id)}
              >
                <span className={styles['position']}>{question.position}</span>
                <span className={styles['text']} dir="auto" lang={question.language}>
                  {name}
                </span>
                <span className={styles['length']}>{take?.state === 'damaged' ? '–' : length}</span>
                <span className={take ? styles['answered'] : styles['open']} />
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function lengthWords(take: EndedTake): string {
  return take.state === 'damaged' ? 'Damaged' : formatClock(take.durationMs)
}
