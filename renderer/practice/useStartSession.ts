import { useState } from 'react'
import type { RequestInput } from '../../shared/contract'
import { request } from '../api'
import { go } from '../app/route'

type Starting = { state: 'idle' } | { state: 'starting' } | { state: 'failed'; error: unknown }

/** Starts a session with these questions, and goes there: to the first of them, or to this one. */
export function useStartSession(
  what: RequestInput<'sessions.start'>,
  atQuestionId?: string,
): readonly [Starting, start: () => void] {
  const [starting, setStarting] = useState<Starting>({ state: 'idle' })
  const start = () => {
    // Not a disabled button: that would drop the focus when starting fails.
    if (starting.state === 'starting') return
    setStarting({ state: 'starting' })
    begin(what, atQuestionId).then(
      (sessionId) => go({ screen: 'session', sessionId }),
      (error: unknown) => setStarting({ state: 'failed', error }),
    )
  }
  return [starting, start]
}

async function begin(
  what: RequestInput<'sessions.start'>,
  questionId: string | undefined,
): Promise<string> {
  const { id: sessionId } = await request('sessions.start', what)
  if (questionId !== undefined) await request('sessions.visit', { sessionId, questionId })
  return sessionId
}
