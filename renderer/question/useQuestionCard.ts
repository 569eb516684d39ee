import { useCallback } from 'react'
import type { QuestionLayer } from '../../shared/questions/questionFields'
import type { QuestionCard } from '../../shared/questions/questionRequests'
import { request } from '../api'
import { useAnswer, type Answer } from '../lib/useAnswer'
import { useReport } from '../ui/Undo'

export interface CardUse {
  readonly card: Answer<QuestionCard>
  readonly askAgain: () => void
  /** Puts this on the question; it is seen at once, and taken back where it could not be kept. */
  readonly annotate: (layer: Partial<QuestionLayer>) => void
  /** Main has this on the question now. */
  readonly noteStored: (layer: Partial<QuestionLayer>) => void
}

/** What is known of a question but its takes, with what the person has put on it. */
export function useQuestionCard(questionId: string): CardUse {
  const report = useReport()
  const read = useCallback(() => request('questions.read', { questionId }), [questionId])
  const [card, askAgain, update] = useAnswer(read)
  const noteStored = (layer: Partial<QuestionLayer>) =>
    update((known) => known && { ...known, layer: { ...known.layer, ...layer } })
  const annotate = (layer: Partial<QuestionLayer>) => {
    noteStored(layer)
    request('questions.annotate', { questionId, layer }).catch((error: unknown) => {
      askAgain()
      report(error)
    })
  }
  return { card, askAgain, annotate, noteStored }
}
