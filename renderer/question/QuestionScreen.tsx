import { useQuestionHistory } from '../listening/useQuestionHistory'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'

/** A question over time: every take of it, in whichever session it was recorded. */
export function QuestionScreen({ questionId }: { readonly questionId: string }) {
  const [history, askAgain] = useQuestionHistory(questionId)
  switch (history.state) {
    case 'loading':
      return <Loading>Opening the question</Loading>
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
