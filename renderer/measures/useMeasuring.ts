import { useEffect, useState } from 'react'
import type { Measuring } from '../../shared/measures'
import { listen, request } from '../api'

/** How the take sounds, and how far the measuring of it is; null until the first answer is there. */
export function useMeasuring(takeId: string): Measuring | null {
  const [known, setKnown] = useState<{ takeId: string; measuring: Measuring } | null>(null)
  useEffect(() => {
    let isGone = false
    // What comes as an event is newer than the answer, whichever arrives first.
    let hasHeard = false
    const stop = listen('measures.changed', (step) => {
      if (step.takeId !== takeId) return
      hasHeard = true
      setKnown(step)
    })
    request('measures.read', { takeId }).then(
      (answer) => {
        if (!isGone && !hasHeard) setKnown({ takeId, measuring: answer })
      },
      () => {
        if (!isGone && !hasHeard) setKnown({ takeId, measuring: { state: 'impossible' } })
      },
    )
    return () => {
      isGone = true
      stop()
    }
  }, [takeId])
  // What is known may still be of the take before.
  return known?.takeId === takeId ? known.measuring : null
}
