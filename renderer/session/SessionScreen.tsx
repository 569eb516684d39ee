import { lazy, Suspense, useState } from 'react'
import { Layout } from '../app/Layout'
import { go } from '../app/route'
import { useDelayed } from '../lib/useDelayed'
import { useCommands } from '../keys/useCommands'
import { Button } from '../ui/Button'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { Rehearsal } from './Rehearsal'
import styles from './SessionScreen.module.css'
import { isNewRecordIntent } from './useRecording'
import { useSession } from './useSession'

// Loaded when one begins: whoever rehearses a question need not wait for it.
const MockScreen = lazy(async () => ({ default: (await import('../mock/MockScreen')).MockScreen }))

/** A session from the first question to the last: loads it, then hands it to the rehearsal. */
export function SessionScreen({ sessionId }: { sessionId: string }) {
  const [trouble, setTrouble] = useState<unknown>(null)
  const [state, actions] = useSession(sessionId, setTrouble)
  // Whoever starts a session and presses R at once need not wait for the questions.
  const [startsAtOnce, setStartsAtOnce] = useState(false)
  useCommands({
    record:
      state.state === 'loading'
        ? (_nth, event) => {
            if (isNewRecordIntent(event?.timeStamp ?? 0)) setStartsAtOnce(!startsAtOnce)
          }
        : undefined,
  })

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
              <Button
                onClick={() => {
                  // What went wrong has been read meanwhile: nobody waits for a recording any more.
                  setStartsAtOnce(false)
                  actions.reload()
                }}
              >
                Try again
              </Button>
              <Button onClick={() => go({ screen: 'practice' })}>Back to Practice</Button>
            </Trouble>
          </div>
        </Layout>
      )
    case 'ready':
      if (state.session.kind === 'mock') {
        return (
          <Suspense>
            <MockScreen session={state.session} />
          </Suspense>
        )
      }
      return (
        <Rehearsal
          session={state.session}
          questionId={state.questionId}
          actions={actions}
          trouble={trouble}
          onTrouble={setTrouble}
          startsAtOnce={startsAtOnce}
        />
      )
  }
}

function Waiting() {
  const isSlow = useDelayed(300)
  return isSlow ? <p className={styles['waiting']}>Opening the session</p> : null
}
