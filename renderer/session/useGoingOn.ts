import { useEffect, useRef } from 'react'
import type { Session } from '../../shared/model'
import { goInstead, href } from '../app/route'
import { stayWhile } from '../app/staying'
import { isTakeRunning, wishOf } from '../capture/captureMachine'
import type { CaptureView } from '../capture/useCapture'
import { useAnnounce } from '../ui/Announcer'
import { saveAndFinishSession } from './saveAndFinishSession'
import { neighbourOf, questionOf } from './sessionState'

interface GoingOnOptions {
  readonly session: Session
  readonly questionId: string
  readonly capture: CaptureView
  /** The page turns: whatever belongs to the question that is left ends here. */
  readonly onTurn: (questionId: string) => void
  readonly onTrouble: (error: unknown) => void
}

export interface GoingOn {
  readonly visit: (questionId: string) => void
  readonly step: (direction: -1 | 1) => void
  readonly finish: () => void
  /** The question that one is at, or on the way to; null once the session is being left. */
  readonly destination: () => string | null
}

/**
 * The ways on from a question. A take that is being made belongs to it, so it is saved before the
 * page turns, before the session ends, and before a link leads away; Back does nothing meanwhile.
 */
export function useGoingOn(options: GoingOnOptions): GoingOn {
  const { session, questionId, capture, onTurn, onTrouble } = options
  const { source } = capture
  const announce = useAnnounce()
  /** Where one is on the way to while a take is saved: another question, or null for the end. */
  const way = useRef<{ readonly to: string | null } | null>(null)
  const destination = () => (way.current ? way.current.to : questionId)

  useEffect(
    () =>
      stayWhile({
        isOn: () => isTakeRunning(source.state) || wishOf(source.state) !== null,
        end: async () => {
          // What went wrong with the take is read first.
          const { fault } = await source.stop()
          return fault === null
        },
      }),
    [source],
  )

  const visit = async (id: string) => {
    // The same once more, or too late.
    if (id === destination() || destination() === null) return
    const mine = { to: id }
    way.current = mine
    const { take: saved } = await capture.stop()
    // Somebody has thought better of it.
    if (way.current !== mine) return
    way.current = null
    if (id === questionId) return
    onTurn(id)
    const next = questionOf(session, id)
    const before = saved ? `Take ${saved.number} saved. ` : ''
    announce(`${before}${next.position}: ${next.question}`)
  }
  const finish = async () => {
    if (destination() === null) return
    way.current = { to: null }
    try {
      const isFinished = await saveAndFinishSession(capture, session.id)
      // Somebody may have gone elsewhere meanwhile; and Back leads to where the session was opened.
      const isHere = window.location.hash === href({ screen: 'session', sessionId: session.id })
      if (isFinished && isHere) goInstead({ screen: 'finished', sessionId: session.id })
    } catch (error) {
      onTrouble(error)
    } finally {
      way.current = null
    }
  }
  return {
    visit: (id) => void visit(id),
    step: (direction) => {
      const neighbour = neighbourOf(session, questionId, direction)
      const opposite = neighbourOf(session, questionId, direction === 1 ? -1 : 1)
      // On the way to the one, the other direction leads back here.
      if (opposite && opposite.id === destination()) void visit(questionId)
      else if (neighbour) void visit(neighbour.id)
    },
    finish: () => void finish(),
    destination,
  }
}
