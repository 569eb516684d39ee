import { useCallback, useEffect, useRef } from 'react'
import { AppError } from '../../shared/errors'
import { request } from '../api'
import { go } from '../app/route'
import { useAnswer } from '../lib/useAnswer'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import styles from './FinishedScreen.module.css'
import { Summary } from './Summary'
import { NextThing } from './NextThing'

const backToPractice = () => go({ screen: 'practice' })

/** What a session came to, right after it was finished, and one thing to do next. */
export function FinishedScreen({ sessionId }: { readonly sessionId: string }) {
  const open = useCallback(() => request('sessions.open', { sessionId }), [sessionId])
  const [answer, askAgain] = useAnswer(open)
  const heading = useRef<HTMLHeadingElement>(null)
  // It is read out, and Enter means the next thing.
  useEffect(() => heading.current?.focus(), [])

  return (
    <div className={styles['page']}>
      <h1 ref={heading} tabIndex={-1} className={styles['heading']}>
        Session finished
      </h1>
      {answer.state === 'loading' && <Loading>Looking at what you said</Loading>}
      {answer.state === 'failed' &&
        (isGone(answer.error) ? (
          <NothingKept />
        ) : (
          <Trouble {...troubleOf(answer.error)}>
            <Button onClick={askAgain}>Try again</Button>
            <Button onClick={backToPractice}>Back to Practice</Button>
          </Trouble>
        ))}
      {answer.state === 'ready' &&
        (answer.value.takeCount === 0 ? (
          <NothingKept />
        ) : (
          <Summary session={answer.value} onBack={backToPractice} />
        ))}
    </div>
  )
}

/** A session without a take is not kept (see sessions.finish), or it was deleted since. */
function isGone(error: unknown): boolean {
  return error instanceof AppError && error.code === 'NOT_FOUND'
}

/** Whether nothing was said or it was deleted, also what can still be taken back: true of each. */
function NothingKept() {
  return (
    <>
      <p className={styles['told']}>
        Nothing of this session is kept. The questions will be there when you are.
      </p>
      <div className={styles['ways']}>
        <NextThing onGo={backToPractice}>Back to Practice</NextThing>
      </div>
    </>
  )
}
