import { useCallback, useEffect, useState } from 'react'
import type { RubricItem } from '../../../shared/defaults'
import type { Rubric, RubricStep } from '../../../shared/rubric'
import { request } from '../../api'
import { onLibraryChange } from '../../lib/libraryChanges'
import { useReport } from '../../ui/Undo'

const UNANSWERED: Rubric = { answered: null, concrete: null, followable: null, natural: null }

/** What was answered to the four questions about a take, and what answers one. An answer is shown when it is on the disk. */
export function useRubric(
  takeId: string,
): readonly [Rubric, answer: (item: RubricItem, step: RubricStep | null) => void] {
  const report = useReport()
  const [known, setKnown] = useState({ takeId, rubric: UNANSWERED })

  useEffect(() => {
    let isGone = false
    const read = () =>
      request('rubric.read', { takeId }).then((rubric) => {
        if (!isGone) setKnown({ takeId, rubric })
      }, report)
    void read()
    const stop = onLibraryChange(() => void read())
    return () => {
      isGone = true
      stop()
    }
  }, [takeId, report])

  const answer = useCallback(
    (item: RubricItem, step: RubricStep | null) =>
      void request('rubric.answer', { takeId, item, step }).then(
        () =>
          setKnown((before) =>
            before.takeId === takeId
              ? { takeId, rubric: { ...before.rubric, [item]: step } }
              : before,
          ),
        report,
      ),
    [takeId, report],
  )
  return [known.takeId === takeId ? known.rubric : UNANSWERED, answer]
}
