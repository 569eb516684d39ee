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
  return (
    <section aria-labelledby="starters" className={styles['starters']}>
      <h2 id="starters" className={styles['label']}>
        {pack.lastPractised ? 'Not answered yet' : 'Or begin with one of these'}
      </h2>
      <ul>
        {pack.starters.map((question) => (
          <li key={question.id}>
            <Starter packId={pack.id} question={question} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface StarterProps {
  readonly packId: string
  readonly question: QuestionName
}

function Starter({ packId, question }: StarterProps) {
  const [starting, start] = useStartSession({ kind: 'pack', packId }, question.id)
  const name = shortName(question)
  return (
    <>
      <button type="button" className={styles['starter']} lang={question.language} onClick={start}>
        <span className={styles['name']}>{name}</span>{' '}
        <span className={styles['whole']}>{name !== question.question && question.question}</span>
        <ArrowRight className={styles['arrow']} size={18} strokeWidth={1.75} aria-hidden="true" />
      </button>
      {starting.state === 'failed' && <Trouble {...troubleOf(starting.error)} />}
    </>
  )
}
