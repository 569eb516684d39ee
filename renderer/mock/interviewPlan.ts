import { countsAsAnswer } from '../../shared/endedTake'
import { USUAL_MOCK } from '../../shared/mock/mockDefaults'
import type { MockSettings } from '../../shared/mock/mockSettings'
import type { Session, SessionQuestion } from '../../shared/model'
import { askAt, type InterviewPlan, type InterviewState } from './interviewMachine'

/** How this session runs; one of a newer Soundcheck runs as usual. */
export function mockSettingsOf({ settings }: Pick<Session, 'settings'>): MockSettings {
  return settings.mock ?? USUAL_MOCK
}

/**
 * What is asked, in its order.
 * @param random 0 to 1, as Math.random: which follow-up is asked is not known beforehand
 */
export function planOf(session: Session, random: () => number = Math.random): InterviewPlan {
  const { thinkMs, asksFollowUps } = mockSettingsOf(session)
  return {
    thinkMs,
    questions: session.questions.map(({ id, followUps, takes }) => ({
      id,
      isSaid: isSaid({ takes }),
      followUp: asksFollowUps ? (followUps[Math.floor(random() * followUps.length)] ?? null) : null,
    })),
  }
}

/** The place of the first question to which nothing was said yet; that of the end, when there is none. */
export function nextUnsaid({ questions }: Pick<Session, 'questions'>): number {
  const place = questions.findIndex((question) => !isSaid(question))
  return place === -1 ? questions.length : place
}

export function isSaid({ takes }: Pick<SessionQuestion, 'takes'>): boolean {
  return takes.some(countsAsAnswer)
}

/** One that was only just set up begins at once; one that is come back to waits until one is ready. */
export function firstState(session: Session, plan: InterviewPlan): InterviewState {
  const place = nextUnsaid(session)
  const isNew = session.takeCount === 0 && session.currentQuestionId === session.questions[0]?.id
  if (isNew) return askAt(plan, place)
  if (place === plan.questions.length) return { kind: 'finished' }
  return { kind: 'left', place, isFollowUp: false, isAnswered: false }
}
