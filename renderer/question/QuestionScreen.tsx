import { BackToPlace } from '../app/BackLink'
import { useQuestionHistory } from './useQuestionHistory'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { QuestionPage } from './QuestionPage'
import styles from './QuestionScreen.module.css'

/** A question over time: every take of it, in whichever session it was recorded. */
export function QuestionScreen({ questionId }: { readonly questionId: string }) {
  const [history, askAgain] = useQuestionHistory(questionId)
  return (
    <div className={styles['page']}>
      <BackToPlace />
      {history.state === 'loading' && <Loading>Opening the question</Loading>}
      {history.state === 'failed' && (
        <Trouble {...troubleOf(history.error)}>
          <Button onClick={askAgain}>Try again</Button>
        </Trouble>
      )}
      {history.state === 'ready' && <QuestionPage history={history.value} />}
    </div>
  )
}
