import { useCallback } from 'react'
import type { QuestionRow } from '../../../shared/questions/questionRequests'
import { request } from '../../api'
import { useReport } from '../../ui/Undo'
import type { QuestionLoader } from './questionLoader'

/**
 * Stars a question, or takes the star away. Its row stays where it is, also where only starred ones are
 * listed: the next press takes it back.
 */
export function useStar(loader: QuestionLoader): (row: QuestionRow) => void {
  const report = useReport()
  return useCallback(
    ({ id, isStarred: wasStarred }) => {
      const show = (isStarred: boolean) => loader.changeRow(id, { isStarred })
      show(!wasStarred)
      const layer = { isStarred: !wasStarred }
      // Once more when it is stored: rows that were under way did not know of it.
      request('questions.annotate', { questionId: id, layer }).then(
        () => show(!wasStarred),
        (error: unknown) => {
          show(wasStarred)
          report(error)
        },
      )
    },
    [loader, report],
  )
}
