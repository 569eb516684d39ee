import { useEffect, useState } from 'react'
import type { Measuring } from '../../shared/measures'
import { listen, request } from '../api'

/**
 * How the take sounds, and how far the measuring of it is; null until the first answer is there.
 * Give the component that uses it the take's id as its key.
 */
export function useMeasuring(takeId: string): Measuring | null {
  const [measuring, setMeasuring] = useState<Measuring | null>(null)
  useEffect(() => {
    let isGone = false
    // What comes as an event is newer than the answer, whichever arrives first.
    let hasHeard = false
    const stop = listen('measures.changed', (step) => {
      if (step.takeId !== takeId) return
      hasHeard = true
      setMeasuring(step.measuring)
    })
    request('measures.read', { takeId }).then(
      (answer) => {
        if (!isGone && !hasHeard) setMeasuring(answer)
      },
      () => {
        if (!isGone) setMeasuring({ state: 'impossible' })
      },
    )
    return () => {
      isGone = true
      stop()
    }
  }, [takeId])
  return measuring
}
