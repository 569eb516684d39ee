import { useCallback, useEffect } from 'react'
import type { QuestionHistory } from '../../shared/questionHistory'
import { listen, request } from '../api'
import { useAnswer, type Answer } from '../lib/useAnswer'

/** A question with its takes over all sessions; asks again when one of them was measured. */
export function useQuestionHistory(
  questionId: string,
): readonly [Answer<QuestionHistory>, askAgain: () => void] {
  const open = useCallback(() => request('questions.open', { questionId }), [questionId])
  const [answer, askAgain] = useAnswer(open)
  useEffect(
    () =>
      listen('measures.changed', ({ measuring }) => {
        if (measuring.state === 'ready') askAgain()
      }),
    [askAgain],
  )
  return [answer, askAgain]
}
