import { useState } from 'react'
import type { RequestInput } from '../../shared/contract'
import { request } from '../api'
import { go } from '../app/route'

type Starting = { state: 'idle' } | { state: 'starting' } | { state: 'failed'; error: unknown }

type Start = readonly [Starting, start: () => void, startAt: (questionId: string) => void]

/**
 * Starts a session with these questions, and goes there: to the first of them, or to the one that
 * is said. While it is starting nothing starts another.
 */
export function useStartSession(what: RequestInput<'sessions.start'>): Start {
  const [starting, setStarting] = useState<Starting>({ state: 'idle' })
  const startAt = (questionId: string | undefined) => {
    // Not a disabled button: that would drop the focus when starting fails.
    if (starting.state === 'starting') return
    setStarting({ state: 'starting' })
    begin(what, questionId).then(
      (sessionId) => go({ screen: 'session', sessionId }),
      (error: unknown) => setStarting({ state: 'failed', error }),
    )
  }
  return [starting, () => startAt(undefined), startAt]
}

async function begin(
  what: RequestInput<'sessions.start'>,
  questionId: string | undefined,
): Promise<string> {
  const { id: sessionId } = await request('sessions.start', what)
  // The session is there by now, also when it begins elsewhere: another try would make one more.
  if (questionId !== undefined) {
    await request('sessions.visit', { sessionId, questionId }).catch(() => {})
  }
  return sessionId
}
