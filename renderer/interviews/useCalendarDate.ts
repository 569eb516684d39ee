import { useSyncExternalStore } from 'react'
import { calendarDateOf } from '../../shared/interviews/practiceDays'
import type { Day } from '../../shared/practice/day'

/** Today's date; looked at again whenever somebody comes back to the window, which may be open for days. */
export function useCalendarDate(): Day {
  return useSyncExternalStore(subscribe, () => calendarDateOf(Date.now()))
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('focus', listener)
  return () => window.removeEventListener('focus', listener)
}
