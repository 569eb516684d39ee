import { BackToPlace } from '../app/BackLink'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { QuestionPage } from './QuestionPage'
import styles from './QuestionScreen.module.css'
import { useQuestionCard } from './useQuestionCard'
import { useQuestionHistory } from './useQuestionHistory'

/** A question over time: every take of it, in whichever session it was recorded. */
export function QuestionScreen({ questionId }: { readonly questionId: string }) {
  const [history, askForTakes] = useQuestionHistory(questionId)
  const { card, askAgain, ...layer } = useQuestionCard(questionId)
  const askForAll = () => {
    askAgain()
    askForTakes()
  }
  const failed = [card, history].find((answer) => answer.state === 'failed')
  const isReady = card.state === 'ready' && history.state === 'ready'
  return (
    <div className={styles['page']}>
      <BackToPlace />
      {failed && (
        <Trouble {...troubleOf(failed.error)}>
          <Button onClick={askForAll}>Try again</Button>
        </Trouble>
      )}
      {!failed && !isReady && <Loading>Opening the question</Loading>}
      {isReady && <QuestionPage history={history.value} card={card.value} {...layer} />}
    </div>
  )
}
