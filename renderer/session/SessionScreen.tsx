import { useState } from 'react'
import { Layout } from '../app/Layout'
import { go } from '../app/route'
import { useDelayed } from '../lib/useDelayed'
import { Button } from '../ui/Button'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { Rehearsal } from './Rehearsal'
import styles from './SessionScreen.module.css'
import { useSession } from './useSession'

/** A session from the first question to the last: loads it, then hands it to the rehearsal. */
export function SessionScreen({ sessionId }: { sessionId: string }) {
  const [trouble, setTrouble] = useState<unknown>(null)
  const [state, actions] = useSession(sessionId, setTrouble)

  switch (state.state) {
    case 'loading':
      return (
        <Layout current="Practice">
          <Waiting />
        </Layout>
      )
    case 'failed':
      return (
        <Layout current="Practice">
          <div className={styles['page']}>
            <Trouble {...troubleOf(state.error)}>
              <Button onClick={actions.reload}>Try again</Button>
              <Button onClick={() => go({ screen: 'practice' })}>Back to Practice</Button>
            </Trouble>
          </div>
        </Layout>
      )
    case 'ready':
      return (
        <Rehearsal
          session={state.session}
          questionId={state.questionId}
          actions={actions}
          trouble={trouble}
          onTrouble={setTrouble}
        />
      )
  }
}

function Waiting() {
  const isSlow = useDelayed(300)
  return isSlow ? <p className={styles['waiting']}>Opening the session</p> : null
}
