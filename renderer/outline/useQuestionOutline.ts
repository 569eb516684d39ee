import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { SessionQuestion } from '../../shared/model'
import type { QuestionCard } from '../../shared/questions/questionRequests'
import { request } from '../api'
import { useAnswer } from '../lib/useAnswer'
import { useReport } from '../ui/Undo'
import { saidLines } from './outlineLines'

export interface QuestionOutline {
  readonly questionId: string
  /** As it is stored, with lines that are still empty. */
  readonly stored: readonly string[]
  readonly lines: readonly string[]
  /** Lines that the newest take with ticks has left out. */
  readonly leftOut: readonly string[]
  /** It was rated Again or Hard last, as far as was known when it was read. */
  readonly isWeak: boolean
  /** Example answers of the person's own. */
  readonly ownExamples: QuestionCard['layer']['exampleAnswers']
  /** Main has it like this now. */
  readonly onStored: (lines: string[]) => void
  /** A line was ticked: what was left out may be something else. */
  readonly onTicked: () => void
}

/**
 * What one has put on a question of a session; undefined until it is known, null where it was deleted.
 * @param newestTakeId with another take, something else may have been left out last
 */
export function useQuestionOutline(
  questionId: string,
  newestTakeId: string | undefined,
): QuestionOutline | null | undefined {
  const report = useReport()
  const following = useMemo(() => ({ onRefreshFailed: report }), [report])
  const read = useCallback(() => request('questions.read', { questionId }), [questionId])
  const [answer, askAgain, update] = useAnswer(read, following)
  useEffect(() => {
    if (answer.state === 'failed') report(answer.error)
  }, [answer, report])

  const seen = useRef({ questionId, newestTakeId })
  useEffect(() => {
    const before = seen.current
    seen.current = { questionId, newestTakeId }
    const isOther = before.newestTakeId !== newestTakeId
    if (before.questionId === questionId && isOther) askAgain()
  }, [questionId, newestTakeId, askAgain])

  const onStored = useCallback(
    (outline: string[]) => update((card) => card && { ...card, layer: { ...card.layer, outline } }),
    [update],
  )
  return useMemo(() => {
    if (answer.state === 'loading') return undefined
    // Of a question that was deleted nothing can be noted any more.
    if (answer.state === 'failed' || answer.value.isDeleted) return null
    const { layer, leftOut, isWeak } = answer.value
    return {
      questionId,
      stored: layer.outline,
      lines: saidLines(layer.outline),
      leftOut,
      isWeak,
      ownExamples: layer.exampleAnswers,
      onStored,
      onTicked: askAgain,
    }
  }, [answer, questionId, onStored, askAgain])
}

/** The question with the person's own example answers behind those of its pack. */
export function withExamples(
  question: SessionQuestion,
  outline: QuestionOutline | null | undefined,
): SessionQuestion {
  if (!outline || outline.ownExamples.length === 0) return question
  return { ...question, exampleAnswers: [...question.exampleAnswers, ...outline.ownExamples] }
}
