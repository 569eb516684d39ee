import { useCallback } from 'react'
import { request } from '../api'
import { SESSIONS } from '../ui/undo/deletedLists'
import { useUndo } from '../ui/Undo'

/** Deletes a session and offers to take that back. Rejects with an AppError when main refused. */
export function useDeleteSession(): (sessionId: string) => Promise<void> {
  const offerUndo = useUndo()
  return useCallback(
    async (sessionId: string) => {
      await request('sessions.delete', { sessionId })
      offerUndo({
        done: 'Session deleted',
        undo: () => request('sessions.restore', { sessionId }),
        place: { list: SESSIONS, rank: sessionId },
      })
    },
    [offerUndo],
  )
}
