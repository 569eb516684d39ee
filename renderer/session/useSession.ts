import { useCallback, useMemo, useState } from 'react'
import type { Rating, Session, Take } from '../../shared/model'
import { request } from '../api'
import { useAnswer } from '../lib/useAnswer'
import { useAnnounce } from '../ui/Announcer'
import { takesOf } from '../ui/undo/deletedLists'
import { useUndo } from '../ui/Undo'
import { withChange, withoutTake, withTake } from './sessionState'

export type SessionState =
  | { state: 'loading' }
  | { state: 'failed'; error: unknown }
  | { state: 'ready'; session: Session; questionId: string }

export interface SessionActions {
  visit: (questionId: string) => void
  showTake: (take: Take) => void
  rate: (take: Take, rating: Rating | null) => void
  /** Rejects when main refused: the words must not be forgotten then. */
  annotate: (take: Take, notes: string) => Promise<void>
  keepAsBest: (take: Take, isBest: boolean) => void
  remove: (take: Take) => void
  reload: () => void
}

/**
 * One session: loads it, and carries each change to main before it is shown.
 * @param onTrouble gets whatever main refused.
 */
export function useSession(
  sessionId: string,
  onTrouble: (error: unknown) => void,
): [SessionState, SessionActions] {
  const [visitedId, setVisitedId] = useState<string | null>(null)
  const offerUndo = useUndo()
  const announce = useAnnounce()

  const following = useMemo(() => ({ onRefreshFailed: onTrouble }), [onTrouble])
  const open = useCallback(() => request('sessions.open', { sessionId }), [sessionId])
  const [answer, reload, update] = useAnswer(open, following)
  const change = useCallback(
    (next: (session: Session) => Session) => update((session) => session && next(session)),
    [update],
  )

  const actions = useMemo<SessionActions>(() => {
    const attempt = (work: Promise<unknown>, then: () => void) => {
      work.then(then, onTrouble)
    }
    return {
      visit: (questionId) => {
        setVisitedId(questionId)
        attempt(request('sessions.visit', { sessionId, questionId }), () => {})
      },
      showTake: (take) => change((session) => withTake(session, take)),
      rate: (take, rating) =>
        attempt(request('takes.rate', { takeId: take.id, rating }), () =>
          change((session) => withChange(session, take, { rating })),
        ),
      annotate: async (take, notes) => {
        await request('takes.annotate', { takeId: take.id, notes })
        change((session) => withChange(session, take, { notes }))
      },
      keepAsBest: (take, isBest) =>
        attempt(request('takes.keepAsBest', { takeId: take.id, isBest }), () => {
          change((session) => withChange(session, take, { isBest }))
          announce(isBest ? `Take ${take.number} kept as best` : `Take ${take.number} not best`)
        }),
      remove: (take) =>
        attempt(request('takes.delete', { takeId: take.id }), () => {
          change((session) => withoutTake(session, take))
          offerUndo({
            done: `Take ${take.number} deleted`,
            undo: () => request('takes.restore', { takeId: take.id }),
            place: { list: takesOf(take), rank: take.id },
          })
        }),
      reload,
    }
  }, [sessionId, change, reload, offerUndo, announce, onTrouble])

  if (answer.state !== 'ready') return [answer, actions]
  const session = answer.value
  // Where one is stays when something was saved or brought back meanwhile.
  return [{ state: 'ready', session, questionId: visitedId ?? session.currentQuestionId }, actions]
}
