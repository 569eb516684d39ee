import { useCallback, useEffect, useMemo } from 'react'
import type { RubricItem } from '../../../shared/defaults'
import type { Rubric, RubricStep } from '../../../shared/rubric'
import { request } from '../../api'
import { useAnswer } from '../../lib/useAnswer'
import { useReport } from '../../ui/Undo'

const UNANSWERED: Rubric = { answered: null, concrete: null, followable: null, natural: null }

/** What was answered to the four questions about a take, and what answers one. An answer is shown when it is on the disk. */
export function useRubric(
  takeId: string,
): readonly [Rubric, answer: (item: RubricItem, step: RubricStep | null) => void] {
  const report = useReport()
  const following = useMemo(() => ({ onRefreshFailed: report }), [report])
  const read = useCallback(() => request('rubric.read', { takeId }), [takeId])
  const [known, , update] = useAnswer(read, following)
  useEffect(() => {
    if (known.state === 'failed') report(known.error)
  }, [known, report])

  const answer = useCallback(
    (item: RubricItem, step: RubricStep | null) =>
      void request('rubric.answer', { takeId, item, step }).then(
        () => update((rubric) => rubric && { ...rubric, [item]: step }),
        report,
      ),
    [takeId, update, report],
  )
  return [known.state === 'ready' ? known.value : UNANSWERED, answer]
}
