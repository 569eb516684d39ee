import { useState } from 'react'
import { request } from '../api'
import { go } from '../app/route'

type Starting = { state: 'idle' } | { state: 'starting' } | { state: 'failed'; error: unknown }

/** Starts a session with every question of a pack, and goes there. */
export function useStartSession(packId: string): readonly [Starting, start: () => void] {
  const [starting, setStarting] = useState<Starting>({ state: 'idle' })
  const start = () => {
    // Not a disabled button: that would drop the focus when starting fails.
    if (starting.state === 'starting') return
    setStarting({ state: 'starting' })
    request('sessions.start', { kind: 'pack', packId }).then(
      (session) => go({ screen: 'session', sessionId: session.id }),
      (error: unknown) => setStarting({ state: 'failed', error }),
    )
  }
  return [starting, start]
}
