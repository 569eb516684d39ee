import { useRef } from 'react'
import { Button } from '../ui/Button'
import { keepFocusNear } from '../ui/keepFocusNear'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { SessionItem } from './SessionItem'
import type { ListedSession, SessionList } from './sessionList'
import styles from './Sessions.module.css'
import { useNearEnd } from './useNearEnd'

interface SessionsProps {
  readonly query: string
  readonly sessions: readonly ListedSession[]
  readonly more: (SessionList & { state: 'ready' })['more']
  readonly onMore: () => void
  readonly onDelete: (sessionId: string) => void
}

/** The list itself; longer when its end comes near. */
export function Sessions({ query, sessions, more, onMore, onDelete }: SessionsProps) {
  const list = useRef<HTMLUListElement>(null)
  const end = useNearEnd(sessions.length, onMore)
  return (
    <>
      <ul ref={list} aria-label="Sessions" className={styles['sessions']}>
        {sessions.map((session) => (
          <SessionItem
            key={session.id}
            session={session}
            query={query}
            onDelete={() => {
              keepFocusNear(list.current, session.id)
              onDelete(session.id)
            }}
          />
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
