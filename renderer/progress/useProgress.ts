import { useEffect } from 'react'
import type { Progress } from '../../shared/progress/progressRequests'
import { request } from '../api'
import { useAnswer, type Answer } from '../lib/useAnswer'

/** Fills the screen of most windows, and costs little to draw. */
const FIRST_ROWS = 24

/** A timer that is set for longer goes off at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

const ask = () => request('progress.read', { rowCount: FIRST_ROWS })

/** What Progress shows; asks again when the library changes, and when the day turns. */
export function useProgress(): readonly [Answer<Progress>, askAgain: () => void] {
  const [answer, askAgain] = useAnswer(ask)
  const endsAtMs = answer.state === 'ready' ? answer.value.endsAtMs : null
  useEffect(() => {
    if (endsAtMs === null) return
    const waitMs = Math.min(Math.max(endsAtMs - Date.now(), 1000), LONGEST_TIMER_MS)
    const timer = setTimeout(askAgain, waitMs)
    return () => clearTimeout(timer)
  }, [endsAtMs, askAgain])
  return [answer, askAgain]
}
