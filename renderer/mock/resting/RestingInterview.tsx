import { useEffect, useRef, useState } from 'react'
import type { Session } from '../../../shared/model'
import { request } from '../../api'
import { go, goInstead, href } from '../../app/route'
import { NextThing } from '../../finished/NextThing'
import { Button } from '../../ui/Button'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import type { InterviewState } from '../interviewMachine'
import { interviewTroubleWords, keptWords } from './restingWords'
import styles from './RestingInterview.module.css'

interface RestingInterviewProps {
  readonly session: Session
  readonly state: InterviewState
  readonly onGoOn: () => void
}

/** It was left, has stopped by itself, or is over: what is kept, and the ways on. */
export function RestingInterview({ session, state, onGoOn }: RestingInterviewProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [failure, setFailure] = useState<{ error: unknown } | null>(null)
  const finish = async () => {
    setFailure(null)
    try {
      await request('sessions.finish', { sessionId: session.id })
      // Somebody may have gone elsewhere meanwhile.
      const isHere = window.location.hash === href({ screen: 'session', sessionId: session.id })
      if (isHere) goInstead({ screen: 'interviewFinished', sessionId: session.id })
    } catch (error) {
      setFailure({ error })
    }
  }
  const isOver = state.kind === 'finished' || session.finishedAtMs !== null
  const isFinishing = useRef(false)
  useEffect(() => {
    if (!isOver || isFinishing.current) return
    isFinishing.current = true
    void finish()
  })
  useEffect(() => heading.current?.focus(), [])

  const isStopped = state.kind === 'left' || state.kind === 'trouble'
  // What is over leads on at once: there is nothing to read before it does.
  if (!isStopped && !failure) return <main className={styles['resting']} />
  const place = isStopped ? state.place + (state.isAnswered ? 1 : 0) : session.questions.length
  const isAtEnd = place >= session.questions.length
  return (
    <main className={styles['resting']}>
      <div className={styles['page']}>
        <h1 ref={heading} tabIndex={-1} className={styles['heading']}>
          {state.kind === 'trouble' ? 'The interview has stopped' : 'The interview waits'}
        </h1>
        {state.kind === 'trouble' && (
          <div className={styles['trouble']}>
            <Trouble {...interviewTroubleWords(state.trouble)} />
          </div>
        )}
        {failure && (
          <div className={styles['trouble']}>
            <Trouble {...troubleOf(failure.error)} />
          </div>
        )}
        <p className={styles['told']}>{keptWords(place, session.questions.length)}</p>
        <div className={styles['ways']}>
          {isAtEnd ? (
            <NextThing onGo={() => void finish()}>Finish interview</NextThing>
          ) : (
            <NextThing onGo={onGoOn}>{`Go on with question ${place + 1}`}</NextThing>
          )}
          {!isAtEnd && place > 0 && <Button onClick={() => void finish()}>Finish interview</Button>}
          <Button onClick={() => go({ screen: 'practice' })}>Back to Practice</Button>
        </div>
      </div>
    </main>
  )
}
