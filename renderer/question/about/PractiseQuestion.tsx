import { useStartSession } from '../../practice/useStartSession'
import { Button } from '../../ui/Button'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import styles from './AboutQuestion.module.css'

interface PractiseQuestionProps {
  readonly questionId: string
  /** Nothing was said to it yet: this is what there is to do. */
  readonly isFirst: boolean
}

/** The way to a take: a session of this question alone, at once. */
export function PractiseQuestion({ questionId, isFirst }: PractiseQuestionProps) {
  const [starting, start] = useStartSession({ kind: 'one', questionId })
  return (
    <div className={styles['practise']}>
      <Button look={isFirst ? 'primary' : 'plain'} onClick={start}>
        Practise this question
      </Button>
      {starting.state === 'failed' && <Trouble {...troubleOf(starting.error)} />}
    </div>
  )
}
