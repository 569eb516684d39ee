import { ArrowLeft } from 'lucide-react'
import { href } from '../app/route'
import { useQuestionHistory } from '../question/useQuestionHistory'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { type BlindOrder, drawOrder } from './blind/blindOrder'
import { Comparison } from './Comparison'
import styles from './CompareScreen.module.css'

export interface CompareScreenProps {
  readonly questionId: string
  readonly takeA: string
  /** A take, or 'example' for the question's example answer. */
  readonly takeB: string
  /** Which take is X when they are heard blind; a test knows it beforehand. */
  readonly draw?: () => BlindOrder
}

/** Two takes of a question against each other, also of different sessions. */
export function CompareScreen({ draw = drawOrder, ...pair }: CompareScreenProps) {
  const { questionId } = pair
  const [history, askAgain] = useQuestionHistory(questionId)
  return (
    <div className={styles['page']}>
      <a
        href={href({ screen: 'question', questionId })}
        className={styles['back']}
        draggable={false}
      >
        <ArrowLeft size={18} strokeWidth={1.75} aria-hidden="true" />
        Back to the question
      </a>
      {history.state === 'loading' && <Loading>Opening the takes</Loading>}
      {history.state === 'failed' && (
        <Trouble {...troubleOf(history.error)}>
          <Button onClick={askAgain}>Try again</Button>
        </Trouble>
      )}
      {history.state === 'ready' && (
        <Comparison {...pair} history={history.value} draw={draw} onChanged={askAgain} />
      )}
    </div>
  )
}
