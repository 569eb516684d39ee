import { useCallback, useEffect, useRef, useState } from 'react'
import type { EndedTake } from '../../../shared/endedTake'
import { AppError } from '../../../shared/errors'
import type { UsualAnswers } from '../../../shared/mock/usualAnswers'
import type { Rating, Session } from '../../../shared/model'
import { request } from '../../api'
import { go } from '../../app/route'
import { NextThing } from '../../finished/NextThing'
import { useAnswer } from '../../lib/useAnswer'
import { withChange } from '../../session/sessionState'
import { Button } from '../../ui/Button'
import { Loading } from '../../ui/Loading'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import { Answers } from './Answers'
import styles from './InterviewFinished.module.css'
import { InterviewSummary } from './InterviewSummary'

interface Finished {
  readonly session: Session
  /** Null until there are enough earlier answers to speak of it. */
  readonly usual: UsualAnswers | null
}

const backToPractice = () => go({ screen: 'practice' })

/** What a mock interview came to: all that was said, to be listened to, and how long it took. */
export function InterviewFinished({ sessionId }: { readonly sessionId: string }) {
  const open = useCallback(() => openFinished(sessionId), [sessionId])
  const [answer, askAgain, update] = useAnswer(open)
  const [trouble, setTrouble] = useState<{ error: unknown } | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  const rate = (take: EndedTake, rating: Rating) => {
    setTrouble(null)
    request('takes.rate', { takeId: take.id, rating }).then(
      () =>
        update(
          (known) => known && { ...known, session: withChange(known.session, take, { rating }) },
        ),
      (error: unknown) => setTrouble({ error }),
    )
  }

  return (
    <div className={styles['page']}>
      <h1 ref={heading} tabIndex={-1} className={styles['heading']}>
        Interview finished
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
        (answer.value.session.takeCount === 0 ? (
          <NothingKept />
        ) : (
          <>
            <InterviewSummary {...answer.value} />
            {trouble && <Trouble {...troubleOf(trouble.error)} />}
            <Answers session={answer.value.session} onRate={rate}>
              <Button onClick={backToPractice}>Back to Practice</Button>
            </Answers>
          </>
        ))}
    </div>
  )
}

async function openFinished(sessionId: string): Promise<Finished> {
  const [session, usual] = await Promise.all([
    request('sessions.open', { sessionId }),
    request('sessions.usual', { sessionId }),
  ])
  return { session, usual }
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
        Nothing of this interview is kept. The questions will be there when you are.
      </p>
      <div className={styles['ways']}>
        <NextThing onGo={backToPractice}>Back to Practice</NextThing>
      </div>
    </>
  )
}
