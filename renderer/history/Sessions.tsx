import { useRef, useState } from 'react'
import { Button } from '../ui/Button'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { useDeleteSession } from './deletedSessions'
import { SessionItem } from './SessionItem'
import type { ListedSession, SessionList } from './sessionList'
import { useNearEnd } from './useNearEnd'
import styles from './Sessions.module.css'

interface SessionsProps {
  readonly query: string
  readonly sessions: readonly ListedSession[]
  readonly more: (SessionList & { state: 'ready' })['more']
  readonly onMore: () => void
  readonly onHide: (sessionId: string) => void
  readonly onReload: () => void
}

/** The list itself; longer when its end comes near. */
export function Sessions({ query, sessions, more, onMore, onHide, onReload }: SessionsProps) {
  const [trouble, setTrouble] = useState<{ error: unknown } | null>(null)
  const deleteSession = useDeleteSession()
  const list = useRef<HTMLUListElement>(null)
  const end = useNearEnd(sessions.length, onMore)

  const remove = (session: ListedSession) => {
    setTrouble(null)
    keepFocusNear(list.current, session.id)
    onHide(session.id)
    deleteSession(session.id).catch((error: unknown) => {
      setTrouble({ error })
      onReload()
    })
  }

  return (
    <>
      {trouble && <Trouble {...troubleOf(trouble.error)} />}
      <ul ref={list} aria-label="Sessions" className={styles['sessions']}>
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} query={query} onDelete={remove} />
        ))}
      </ul>
      {more === 'there' && <div ref={end} className={styles['nearEnd']} />}
      {typeof more === 'object' && (
        <Trouble {...troubleOf(more.failed)}>
          <Button onClick={onMore}>Try again</Button>
        </Trouble>
      )}
    </>
  )
}

/** When the focus is in the row that goes, it moves to the same place in a neighbour. */
function keepFocusNear(list: HTMLUListElement | null, sessionId: string): void {
  const row = document.activeElement?.closest('li')
  if (!list || !row || row.parentElement !== list || row.id !== sessionId) return
  const neighbour = row.nextElementSibling ?? row.previousElementSibling
  neighbour?.querySelector('button')?.focus()
}
