import { useEffect, useRef } from 'react'
import type { Session } from '../../../shared/model'
import { useCommands } from '../../keys/useCommands'
import { isLongQuestion, shortName } from '../../lib/questionWords'
import { useAnnouncements } from '../../session/useAnnouncements'
import { Button } from '../../ui/Button'
import { answerTimes } from '../answerTimes'
import { type InterviewPlan, type InterviewState, isAtRest } from '../interviewMachine'
import { mockSettingsOf } from '../interviewPlan'
import { InterviewDeck } from './InterviewDeck'
import styles from './RunningInterview.module.css'
import { Stage } from './Stage'
import { askedAt, isSpoken, useInterview } from './useInterview'

interface RunningInterviewProps {
  readonly session: Session
  readonly plan: InterviewPlan
  readonly first: InterviewState
  /** It is left, has met something in its way, or is over. */
  readonly onRest: (state: InterviewState) => void
}

/** A question and nothing else; what one has to do comes by itself. */
export function RunningInterview({ session, plan, first, onRest }: RunningInterviewProps) {
  const { state, interview, capture } = useInterview({ session, plan, first })
  const heading = useRef<HTMLHeadingElement>(null)
  const settings = mockSettingsOf(session)
  useAnnouncements(capture.state)
  useEffect(() => {
    if (isAtRest(state)) onRest(state)
  }, [state, onRest])

  const turn = 'place' in state ? state : { place: plan.questions.length - 1, isFollowUp: false }
  const question = session.questions[turn.place]!
  const asked = askedAt(session, plan, turn)
  const times = answerTimes(settings.limit, question.target, turn)
  const isHeard = isSpoken(session, asked)
  const isHidden = isHeard && settings.hidesText
  const canStart = state.kind === 'thinking' || (state.kind === 'asking' && !isHeard)

  // Each question is read out when it comes; whatever was pressed last may be gone with it.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [turn.place, turn.isFollowUp])
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [state.kind])

  const start = () => {
    if (canStart) interview.happen({ type: 'start' })
  }
  const stop = (atMs: number) => interview.happen({ type: 'stop', atMs })
  useCommands({
    record: (_nth, event) => {
      if (canStart) start()
      else stop(event?.timeStamp ?? performance.now())
    },
    startAnswering: start,
  })

  const number = `Question ${turn.place + 1}`
  return (
    <main className={styles['interview']}>
      <header className={styles['head']}>
        <span className={styles['position']}>
          {number} of {plan.questions.length}
        </span>
        <Button onClick={() => interview.happen({ type: 'leave' })}>Leave interview</Button>
      </header>
      <div className={styles['page']}>
        <div className={styles['asked']}>
          {turn.isFollowUp && !isHidden && (
            <p className={styles['before']} dir="auto" lang={question.language}>
              {shortName(question)}
            </p>
          )}
          <h1
            ref={heading}
            tabIndex={-1}
            className={
              isLongQuestion({ question: asked.words }) ? styles['long'] : styles['question']
            }
            dir="auto"
            lang={isHidden ? undefined : asked.language}
          >
            {isHidden ? `${number}${turn.isFollowUp ? ', follow-up' : ''}` : asked.words}
          </h1>
          <Stage
            state={state}
            plan={plan}
            warning={times.warning}
            canStart={canStart}
            isSpoken={isHeard}
            onStart={start}
            onRepeat={
              isHidden ? () => interview.happen({ type: 'repeat', atMs: performance.now() }) : null
            }
          />
        </div>
      </div>
      <InterviewDeck capture={capture} state={state} limitMs={times.limitMs} onStop={stop} />
    </main>
  )
}
