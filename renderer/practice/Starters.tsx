import { ArrowRight } from 'lucide-react'
import type { PackSummary, QuestionName } from '../../shared/model'
import { shortName } from '../lib/questionWords'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { useStartSession } from './useStartSession'
import styles from './PracticeScreen.module.css'

interface StartersProps {
  readonly pack: PackSummary
}

/** The first questions that nothing was said to yet: a session can begin at each of them. */
export function Starters({ pack }: StartersProps) {
  // One for all of them: two that are pressed quickly begin one session.
  const [starting, , startAt] = useStartSession({ kind: 'pack', packId: pack.id })
  return (
    <section aria-labelledby="starters" className={styles['starters']}>
      <h2 id="starters" className={styles['label']}>
        {pack.lastPractised ? 'Not answered yet' : 'Or begin with one of these'}
      </h2>
      <ul>
        {pack.starters.map((question) => (
          <li key={question.id}>
            <Starter question={question} onStart={() => startAt(question.id)} />
          </li>
        ))}
      </ul>
      {starting.state === 'failed' && <Trouble {...troubleOf(starting.error)} />}
    </section>
  )
}

interface StarterProps {
  readonly question: QuestionName
  readonly onStart: () => void
}

function Starter({ question, onStart }: StarterProps) {
  const name = shortName(question)
  return (
    <button type="button" className={styles['starter']} lang={question.language} onClick={onStart}>
      <span className={styles['name']} dir="auto">
        {name}
      </span>{' '}
      {name !== question.question && (
        <span className={styles['whole']} dir="auto">
          {question.question}
        </span>
      )}
      <ArrowRight className={styles['arrow']} size={18} strokeWidth={1.75} aria-hidden="true" />
    </button>
  )
}
