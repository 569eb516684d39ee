import { useCallback, useEffect } from 'react'
import type { Measuring } from '../../shared/measures'
import { listen, request } from '../api'
import { useAnswer } from '../lib/useAnswer'

/** How the take sounds, and how far the measuring of it is; null until the first answer is there. */
export function useMeasuring(takeId: string): Measuring | null {
  const read = useCallback(() => request('measures.read', { takeId }), [takeId])
  const [answer, , update] = useAnswer(read)
  useEffect(
    () =>
      listen('measures.changed', (step) => {
        // What comes as an event is newer than an answer that is under way.
        if (step.takeId === takeId) update(() => step.measuring)
      }),
    [takeId, update],
  )
  switch (answer.state) {
    case 'loading':
      return null
    case 'failed':
      return { state: 'impossible' }
    case 'ready':
      return answer.value
  }
}
