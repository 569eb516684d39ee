import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { OutlineTick } from '../../shared/questions/questionRequests'
import { request } from '../api'
import { useAnswer } from '../lib/useAnswer'
import { useReport } from '../ui/Undo'
import { linesToTick } from './ticks'
import type { QuestionOutline } from './useQuestionOutline'

/**
 * The lines of the outline at a take, and what ticks one of them or takes that back. A tick is shown
 * when it is on the disk. Mount it anew for each take.
 */
export function useTicks(
  takeId: string,
  outline: QuestionOutline,
  isNewest: boolean,
): readonly [lines: readonly OutlineTick[], tick: (index: number) => void] {
  const report = useReport()
  const following = useMemo(() => ({ onRefreshFailed: report }), [report])
  const read = useCallback(() => request('takes.outline', { takeId }), [takeId])
  const [known, , update] = useAnswer(read, following)
  useEffect(() => {
    if (known.state === 'failed') report(known.error)
  }, [known, report])
  const lines = useMemo(
    () => (known.state === 'ready' ? linesToTick(known.value, outline.lines, isNewest) : []),
    [known, outline.lines, isNewest],
  )

  /** What is on its way to main: the next tick goes on from there. */
  const underWay = useRef<readonly OutlineTick[] | null>(null)
  const tick = (index: number) => {
    const before = underWay.current ?? lines
    const after = before.map((line, at) =>
      at === index ? { ...line, isSaid: !line.isSaid } : line,
    )
    underWay.current = after
    const isLast = () => underWay.current === after
    request('takes.tickOutline', { takeId, lines: after }).then(
      () => {
        update(() => after)
        outline.onTicked()
        if (isLast()) underWay.current = null
      },
      (error: unknown) => {
        underWay.current = null
        report(error)
      },
    )
  }
  return [lines, tick]
}
