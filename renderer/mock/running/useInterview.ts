import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Session, Take } from '../../../shared/model'
import { request } from '../../api'
import { stayWhile } from '../../app/staying'
import type { TakeFault } from '../../capture/captureMachine'
import { type CaptureView, useCapture } from '../../capture/useCapture'
import { faultWords } from '../../session/faultWords'
import { useSettings } from '../../settings/SettingsContext'
import { useAnnounce } from '../../ui/Announcer'
import { useTell } from '../../ui/Undo'
import { answerTimes, readingMs } from '../answerTimes'
import { Interview } from '../interview'
import { type InterviewPlan, type InterviewState, isAtRest, type Turn } from '../interviewMachine'
import { mockSettingsOf } from '../interviewPlan'
import { canSay, sayAloud } from '../sayAloud'
import { playTone } from '../tone'

interface InterviewOptions {
  readonly session: Session
  readonly plan: InterviewPlan
  readonly first: InterviewState
}

export interface RunningView {
  readonly state: InterviewState
  readonly interview: Interview
  readonly capture: CaptureView
}

/** What is asked at this turn, in which language. */
export interface Asked {
  readonly words: string
  readonly language: string
}

export function askedAt(session: Session, plan: InterviewPlan, turn: Turn): Asked {
  const { question, language } = session.questions[turn.place]!
  const followUp = turn.isFollowUp ? plan.questions[turn.place]!.followUp : null
  return { words: followUp ?? question, language }
}

/** Whether it is spoken: where nobody can say it, it is to be read. */
export function isSpoken(session: Session, { language }: Pick<Asked, 'language'>): boolean {
  return mockSettingsOf(session).speaks && canSay(language)
}

/**
 * Runs the interview with a microphone, a voice and a tone for as long as the calling screen is there,
 * and keeps the display on. Leaving the screen in the middle of an answer saves it first.
 */
export function useInterview({ session, plan, first }: InterviewOptions): RunningView {
  const { microphoneId, processing } = useSettings().settings
  const announce = useAnnounce()
  const tell = useTell()
  const onTakeSaved = useCallback((_take: Take) => announce('Answer saved'), [announce])
  const onUnseenFault = useCallback((fault: TakeFault) => tell(faultWords(fault)), [tell])
  const capture = useCapture({ microphoneId, processing, onTakeSaved, onUnseenFault })
  const [interview] = useState(
    () => new Interview(plan, first, waysOf(session, plan, capture.source)),
  )
  useEffect(() => interview.connect(), [interview])
  const state = useSyncExternalStore(interview.state.subscribe, interview.state.get)

  // Said with each step: a page that hangs is forgotten after a while.
  const step = 'place' in state ? `${state.place} ${state.kind}` : state.kind
  useEffect(() => keepAwake(true), [step])
  useEffect(() => () => keepAwake(false), [])
  useEffect(
    () =>
      stayWhile({
        isOn: () => !isAtRest(interview.state.get()),
        end: async () => (await capture.source.stop()).fault === null,
      }),
    [interview, capture.source],
  )
  return { state, interview, capture }
}

function waysOf(
  session: Session,
  plan: InterviewPlan,
  capture: CaptureView['source'],
): ConstructorParameters<typeof Interview>[2] {
  const { limit, thinkMs } = mockSettingsOf(session)
  return {
    capture,
    tone: playTone,
    subject: (turn) => {
      const { id, followUp } = plan.questions[turn.place]!
      const subject = { sessionId: session.id, questionId: id }
      return turn.isFollowUp && followUp !== null ? { ...subject, followUp } : subject
    },
    times: (turn) => answerTimes(limit, session.questions[turn.place]!.target, turn),
    ask: (turn, onAsked) => {
      const asked = askedAt(session, plan, turn)
      // Where one is, for "Resume session": what it cannot remember now it finds out from the takes.
      const { id: questionId } = plan.questions[turn.place]!
      request('sessions.visit', { sessionId: session.id, questionId }).catch(() => undefined)
      if (isSpoken(session, asked)) return sayAloud(asked.words, asked.language, onAsked)
      const timer = setTimeout(onAsked, thinkMs > 0 ? 0 : readingMs(asked.words))
      return () => clearTimeout(timer)
    },
  }
}

function keepAwake(isOn: boolean): void {
  // Where it cannot be had, the interview goes on all the same.
  request('app.keepAwake', { isOn }).catch(() => undefined)
}
