import type { HeardTake } from './heardTake'

/** Takes of one session that follow each other. */
export interface SessionOfTakes {
  readonly sessionId: string
  readonly takes: readonly HeardTake[]
}

/** In the order of the takes. A session that was resumed after another one stands there twice. */
export function sessionsOf(takes: readonly HeardTake[]): SessionOfTakes[] {
  const sessions: { sessionId: string; takes: HeardTake[] }[] = []
  for (const heard of takes) {
    const { sessionId } = heard.take
    const current = sessions.at(-1)
    if (current?.sessionId === sessionId) current.takes.push(heard)
    else sessions.push({ sessionId, takes: [heard] })
  }
  return sessions
}
