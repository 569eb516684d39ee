import { useState } from 'react'
import type { RequestInput } from '../../shared/contract'
import { request } from '../api'
import { go } from '../app/route'

type Starting = { state: 'idle' } | { state: 'starting' } | { state: 'failed'; error: unknown }

/** Starts a session with these questions, and goes there. */
export function useStartSession(
  what: RequestInput<'sessions.start'>,
): readonly [Starting, start: () => void] {
  const [starting, setStarting] = useState<Starting>({ state: 'idle' })
  const start = () => {
    // Not a disabled button: that would drop the focus when starting fails.
    if (starting.state === 'starting') return
    setStarting({ state: 'starting' })
    request('sessions.start', what).then(
      (session) => go({ screen: 'session', sessionId: session.id }),
      (error: unknown) => setStarting({ state: 'failed', error }),
    )
  }
  return [starting, start]
}
