import { useCallback } from 'react'
import { request } from '../api'
import { useUndo } from '../ui/Undo'

/** Who wants to know that a deleted session is back. The undo may come on any screen, long after the one that offered it is gone. */
const listeners = new Set<() => void>()

export function onSessionRestored(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Deletes a session and offers to take that back. Rejects with an AppError when main refused. */
export function useDeleteSession(): (sessionId: string) => Promise<void> {
  const offerUndo = useUndo()
  return useCallback(
    async (sessionId: string) => {
      await request('sessions.delete', { sessionId })
      offerUndo({
        done: 'Session deleted',
        undo: async () => {
          await request('sessions.restore', { sessionId })
          listeners.forEach((listener) => listener())
        },
      })
    },
    [offerUndo],
  )
}
