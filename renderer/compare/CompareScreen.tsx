import { useQuestionHistory } from '../listening/useQuestionHistory'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'

interface CompareScreenProps {
  readonly questionId: string
  readonly takeA: string
  /** A take, or 'example' for the question's example answer. */
  readonly takeB: string
}

/** Two takes of a question against each other. */
export function CompareScreen({ questionId }: CompareScreenProps) {
  const [history, askAgain] = useQuestionHistory(questionId)
  switch (history.state) {
    case 'loading':
      return <Loading>Opening the takes</Loading>
    case 'failed':
      return (
        <Trouble {...troubleOf(history.error)}>
          <Button onClick={askAgain}>Try again</Button>
        </Trouble>
      )
    case 'ready':
      return <h1 dir="auto">{history.value.question.question}</h1>
  }
}
