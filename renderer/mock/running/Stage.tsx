import { useEffect } from 'react'
import { useAnnounce } from '../../ui/Announcer'
import { Button } from '../../ui/Button'
import type { AnswerTimes } from '../answerTimes'
import type { InterviewPlan, InterviewState } from '../interviewMachine'
import styles from './RunningInterview.module.css'
import { ThinkTime } from './ThinkTime'

interface StageProps {
  readonly state: InterviewState
  readonly plan: InterviewPlan
  readonly warning: AnswerTimes['warning']
  readonly canStart: boolean
  readonly isSpoken: boolean
  readonly onStart: () => void
  /** Null: the question stands there, or cannot be said. */
  readonly onRepeat: (() => void) | null
}

/** Below the question: how long one may think, or what happens now. */
export function Stage(props: StageProps) {
  const { state, plan, warning, canStart, isSpoken, onStart, onRepeat } = props
  const announce = useAnnounce()
  const words = wordsOf(state, { plan, warning, isSpoken })
  // The rest says itself: the question is read, recording is announced, the answer is saved.
  const said = state.kind === 'recording' && state.isWarned ? words : null
  useEffect(() => {
    if (said !== null) announce(said)
  }, [said, announce])
  return (
    <div className={styles['stage']}>
      {state.kind === 'thinking' ? (
        <ThinkTime untilMs={state.untilMs} wholeMs={plan.thinkMs} />
      ) : (
        <p className={styles['now']}>{words}</p>
      )}
      <div className={styles['ways']}>
        {canStart && (
          <Button look="primary" command="startAnswering" label="Start answering" onClick={onStart}>
            Start answering
          </Button>
        )}
        {onRepeat && (canStart || state.kind === 'asking') && (
          <Button disabled={state.kind === 'asking'} onClick={onRepeat}>
            Repeat
          </Button>
        )}
      </div>
    </div>
  )
}

interface Around {
  readonly plan: InterviewPlan
  readonly warning: AnswerTimes['warning']
  readonly isSpoken: boolean
}

function wordsOf(state: InterviewState, { plan, warning, isSpoken }: Around): string {
  switch (state.kind) {
    case 'asking':
      return isSpoken ? 'Listen' : 'Recording begins after the tone'
    case 'tone':
      return 'Recording begins after the tone'
    case 'recording':
      return state.isWarned ? (warning?.words ?? '') : ''
    case 'ending':
      return 'Saving your answer'
    case 'breath':
      return isLast(state, plan) ? 'Thank you. That was the last question.' : 'Thank you'
    default:
      return ''
  }
}

function isLast(
  { place, isFollowUp }: Extract<InterviewState, { kind: 'breath' }>,
  { questions }: InterviewPlan,
): boolean {
  const hasMore = !isFollowUp && questions[place]?.followUp !== null
  return place === questions.length - 1 && !hasMore
}
