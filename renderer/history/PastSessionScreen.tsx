import { useCallback } from 'react'
import { request } from '../api'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { useAnswer } from '../ui/useAnswer'
import { BackToHistory } from './BackToHistory'
import { PastSession } from './PastSession'
import styles from './PastSessionScreen.module.css'

/** A session of the past: its questions and takes, to read and to listen to. */
export function PastSessionScreen({ sessionId }: { readonly sessionId: string }) {
  const open = useCallback(() => request('sessions.open', { sessionId }), [sessionId])
  const [session, askAgain] = useAnswer(open)
  return (
    <div className={styles['page']}>
      <BackToHistory />
      {session.state === 'loading' && <Loading>Opening the session</Loading>}
      {session.state === 'failed' && (
        <Trouble {...troubleOf(session.error)}>
          <Button onClick={askAgain}>Try again</Button>
        </Trouble>
      )}
      {session.state === 'ready' && <PastSession session={session.value} />}
    </div>
  )
}
