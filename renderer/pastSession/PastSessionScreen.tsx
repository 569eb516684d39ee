import { useCallback } from 'react'
import { request } from '../api'
import { BackLink } from '../app/BackLink'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { useAnswer } from '../lib/useAnswer'
import { PastSession } from './PastSession'
import styles from './PastSession.module.css'

interface PastSessionScreenProps {
  readonly sessionId: string
  /** The take that somebody came here for. */
  readonly takeId?: string | undefined
}

/** A session of the past: its questions and takes, to read and to listen to. */
export function PastSessionScreen({ sessionId, takeId }: PastSessionScreenProps) {
  const open = useCallback(() => request('sessions.open', { sessionId }), [sessionId])
  const [session, askAgain] = useAnswer(open)
  return (
    <div className={styles['page']}>
      <BackLink to={{ screen: 'history' }}>Back to History</BackLink>
      {session.state === 'loading' && <Loading>Opening the session</Loading>}
      {session.state === 'failed' && (
        <Trouble {...troubleOf(session.error)}>
          <Button onClick={askAgain}>Try again</Button>
        </Trouble>
      )}
      {session.state === 'ready' && <PastSession session={session.value} soughtId={takeId} />}
    </div>
  )
}
