import { useCallback } from 'react'
import type { EventPayload } from '../../shared/contract'
import type { QuestionHistory } from '../../shared/questionHistory'
import { request } from '../api'
import { useAnswer, type Answer } from '../lib/useAnswer'

const WHEN_MEASURED = {
  on: {
    'measures.changed': ({ measuring }: EventPayload<'measures.changed'>) =>
      measuring.state === 'ready',
  },
}

/** A question with its takes over all sessions; asks again when one of them was measured. */
export function useQuestionHistory(
  questionId: string,
): readonly [Answer<QuestionHistory>, askAgain: () => void] {
  const open = useCallback(() => request('questions.open', { questionId }), [questionId])
  const [answer, askAgain] = useAnswer(open, WHEN_MEASURED)
  return [answer, askAgain]
}
