import { useState } from 'react'
import type { Session } from '../../shared/model'
import { type InterviewPlan, type InterviewState, isAtRest, transition } from './interviewMachine'
import { firstState, planOf } from './interviewPlan'
import { RestingInterview } from './resting/RestingInterview'
import { RunningInterview } from './running/RunningInterview'

/** A mock interview: it runs by itself, and rests when it is left or something is in its way. */
export function MockScreen({ session }: { readonly session: Session }) {
  // What is asked, and which follow-up, stays as it is drawn.
  const [plan] = useState<InterviewPlan>(() => planOf(session))
  const [state, setState] = useState<InterviewState>(() => firstState(session, plan))
  if (!isAtRest(state)) {
    return <RunningInterview session={session} plan={plan} first={state} onRest={setState} />
  }
  return (
    <RestingInterview
      session={session}
      state={state}
      onGoOn={() => setState(transition(state, { type: 'go-on' }, plan))}
    />
  )
}
