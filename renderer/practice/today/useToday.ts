import { useEffect } from 'react'
import type { Today } from '../../../shared/practice/practiceRequests'
import { request } from '../../api'
import { useAnswer, type Answer } from '../../lib/useAnswer'

const askToday = () => request('practice.today')

/** Today's practice; asked for again when the day turns while the screen is open, also asleep. */
export function useToday(): readonly [today: Answer<Today>, askAgain: () => void] {
  const [today, askAgain] = useAnswer(askToday)
  const endsAtMs = today.state === 'ready' ? today.value.endsAtMs : null
  useEffect(() => {
    if (endsAtMs === null) return
    const look = () => {
      if (!document.hidden && Date.now() >= endsAtMs) askAgain()
    }
    // Timers stand still while the machine sleeps; whoever comes back looks at the window.
    const timer = setTimeout(look, Math.max(0, endsAtMs - Date.now()))
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [endsAtMs, askAgain])
  return [today, askAgain]
}
