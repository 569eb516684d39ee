import type { MicrophoneTrouble, TakeFault } from '../capture/captureMachine'

/*
 * What a mock interview is doing, and what may follow. Pure: nothing here speaks, sounds, records or
 * waits, so every transition can be tested. An event that makes no sense in a state changes nothing.
 * Times are those of the page's own clock, in milliseconds.
 */

/** What is asked, in its order, and how long one may think. */
export interface InterviewPlan {
  readonly questions: readonly PlannedQuestion[]
  readonly thinkMs: number
}

export interface PlannedQuestion {
  readonly id: string
  /** What is asked once the question is answered; null: nothing. */
  readonly followUp: string | null
  /** It was answered before the interview began here: it was left and is gone on with. */
  readonly isSaid?: boolean
}

/** What the interview is at: a question by its place in the plan, or the follow-up of it. */
export interface Turn {
  readonly place: number
  readonly isFollowUp: boolean
}

/** Why the interview cannot go on by itself. What was said is kept in every case. */
export type InterviewTrouble =
  /** The microphone could not be opened, or went away between two answers. */
  | { readonly kind: 'no-microphone'; readonly reason: MicrophoneTrouble }
  /** It is there, and nothing comes out of it any more, or from the beginning on. */
  | { readonly kind: 'silence'; readonly isHeard: boolean }
  /** The answer ended with a fault; what arrived of it is kept. */
  | { readonly kind: 'fault'; readonly fault: TakeFault }

/** For so long after recording began nobody ends it: a hand that wanted to begin comes late. */
export const KEYS_REST_MS = 1000

export type InterviewState =
  /** The question is said, or there is time to read it; then `thinkMs` is left to think. */
  | (Turn & { readonly kind: 'asking'; readonly thinkMs: number })
  | (Turn & { readonly kind: 'thinking'; readonly untilMs: number })
  /** A tone says that recording begins; it has ended before the first sample is taken. */
  | (Turn & { readonly kind: 'tone' })
  | (Turn & { readonly kind: 'recording'; readonly sinceMs: number; readonly isWarned: boolean })
  /** The answer is on its way to the disk; what comes then is known, or found when it is there. */
  | (Turn & { readonly kind: 'ending'; readonly next: 'breath' | 'leaving' | InterviewTrouble })
  /** A moment between an answer and what is asked next. */
  | (Turn & { readonly kind: 'breath' })
  /** `isAnswered`: something was said to the question itself; it is not asked again. */
  | (Turn & { readonly kind: 'left'; readonly isAnswered: boolean })
  | (Turn & {
      readonly kind: 'trouble'
      readonly trouble: InterviewTrouble
      readonly isAnswered: boolean
    })
  | { readonly kind: 'finished' }

export type InterviewEvent =
  /** The question has been said, or read. */
  | { readonly type: 'asked'; readonly atMs: number }
  /** The person wants to hear it once more. */
  | { readonly type: 'repeat'; readonly atMs: number }
  /** The person wants to begin before the time is up. */
  | { readonly type: 'start' }
  | { readonly type: 'time-up' }
  | { readonly type: 'tone-ended'; readonly atMs: number }
  /** The answer is as long as it should be, or nearly as long as it may be. */
  | { readonly type: 'warned' }
  | { readonly type: 'stop'; readonly atMs: number }
  | { readonly type: 'limit-reached' }
  /** Nothing has come from the microphone for too long. `isHeard`: before that something has. */
  | { readonly type: 'silent'; readonly isHeard: boolean }
  /** Recording has ended by itself; why is told when the answer is saved. */
  | { readonly type: 'broken' }
  /** The answer is on the disk. `isThere`: something of it is. */
  | { readonly type: 'saved'; readonly isThere: boolean; readonly fault: TakeFault | null }
  | { readonly type: 'microphone-failed'; readonly reason: MicrophoneTrouble }
  | { readonly type: 'breath-over' }
  | { readonly type: 'leave' }
  | { readonly type: 'go-on' }

/** The first state of an interview that begins, or goes on, with this question. */
export function askAt(plan: InterviewPlan, place: number): InterviewState {
  return place < plan.questions.length
    ? { kind: 'asking', place, isFollowUp: false, thinkMs: plan.thinkMs }
    : { kind: 'finished' }
}

/** Nobody need be in front of it: it waits until somebody wants to go on. */
export function isAtRest({ kind }: InterviewState): boolean {
  return kind === 'left' || kind === 'trouble' || kind === 'finished'
}

/** The state after an event; the very same object when the event changes nothing. */
export function transition(
  state: InterviewState,
  event: InterviewEvent,
  plan: InterviewPlan,
): InterviewState {
  switch (state.kind) {
    case 'asking':
    case 'thinking':
    case 'tone':
      return beforeAnswer(state, event)
    case 'recording':
      return whileRecording(state, event)
    case 'ending':
      return whileEnding(state, event)
    case 'breath':
      if (event.type === 'breath-over') return nextAfter(state, plan)
      return event.type === 'leave' ? { ...turnOf(state), kind: 'left', isAnswered: true } : state
    case 'left':
    case 'trouble':
      if (event.type !== 'go-on') return state
      return askAt(plan, state.isAnswered ? nextUnanswered(plan, state.place) : state.place)
    case 'finished':
      return state
  }
}

type In<Kind extends InterviewState['kind']> = Extract<InterviewState, { kind: Kind }>

function beforeAnswer(
  state: In<'asking' | 'thinking' | 'tone'>,
  event: InterviewEvent,
): InterviewState {
  const turn = turnOf(state)
  // A follow-up is asked once its question is answered.
  const isAnswered = turn.isFollowUp
  switch (event.type) {
    case 'asked':
      if (state.kind !== 'asking') return state
      return state.thinkMs === 0
        ? { ...turn, kind: 'tone' }
        : { ...turn, kind: 'thinking', untilMs: event.atMs + state.thinkMs }
    case 'repeat':
      // What is left of the time is left afterwards, too.
      if (state.kind !== 'thinking') return state
      return { ...turn, kind: 'asking', thinkMs: Math.max(0, state.untilMs - event.atMs) }
    case 'start':
      return state.kind === 'tone' ? state : { ...turn, kind: 'tone' }
    case 'time-up':
      return state.kind === 'thinking' ? { ...turn, kind: 'tone' } : state
    case 'tone-ended':
      if (state.kind !== 'tone') return state
      return { ...turn, kind: 'recording', sinceMs: event.atMs, isWarned: false }
    case 'microphone-failed': {
      const trouble = { kind: 'no-microphone', reason: event.reason } as const
      return { ...turn, kind: 'trouble', trouble, isAnswered }
    }
    case 'leave':
      return { ...turn, kind: 'left', isAnswered }
    default:
      return state
  }
}

function whileRecording(state: In<'recording'>, event: InterviewEvent): InterviewState {
  const ending = (next: In<'ending'>['next']): InterviewState => ({
    ...turnOf(state),
    kind: 'ending',
    next,
  })
  switch (event.type) {
    case 'warned':
      return state.isWarned ? state : { ...state, isWarned: true }
    case 'stop':
      return event.atMs - state.sinceMs < KEYS_REST_MS ? state : ending('breath')
    case 'limit-reached':
    case 'broken':
      return ending('breath')
    case 'silent':
      return ending({ kind: 'silence', isHeard: event.isHeard })
    case 'leave':
      return ending('leaving')
    case 'microphone-failed': {
      // It went in the moment in which recording was to begin.
      const { isFollowUp } = state
      const trouble = { kind: 'no-microphone', reason: event.reason } as const
      return { ...turnOf(state), kind: 'trouble', trouble, isAnswered: isFollowUp }
    }
    default:
      return state
  }
}

function whileEnding(state: In<'ending'>, event: InterviewEvent): InterviewState {
  const turn = turnOf(state)
  if (event.type === 'leave') {
    return state.next === 'breath' ? { ...state, next: 'leaving' } : state
  }
  if (event.type !== 'saved') return state
  const isEmpty =
    !event.isThere ||
    (typeof state.next === 'object' && state.next.kind === 'silence' && !state.next.isHeard)
  const isAnswered = turn.isFollowUp || !isEmpty
  // What went wrong is read first, also by whoever wanted to leave.
  if (event.fault) {
    const trouble = { kind: 'fault', fault: event.fault } as const
    return { ...turn, kind: 'trouble', trouble, isAnswered }
  }
  switch (state.next) {
    case 'breath':
      // Nothing is passed over without a word.
      return !isAnswered
        ? { ...turn, kind: 'trouble', trouble: { kind: 'silence', isHeard: false }, isAnswered }
        : { ...turn, kind: 'breath' }
    case 'leaving':
      return { ...turn, kind: 'left', isAnswered }
    default:
      return { ...turn, kind: 'trouble', trouble: state.next, isAnswered }
  }
}

/** The follow-up of the question that was answered, else the next question, else nothing more. */
function nextAfter({ place, isFollowUp }: Turn, plan: InterviewPlan): InterviewState {
  const hasFollowUp = !isFollowUp && (plan.questions[place]?.followUp ?? null) !== null
  if (!hasFollowUp) return askAt(plan, nextUnanswered(plan, place))
  return { kind: 'asking', place, isFollowUp: true, thinkMs: plan.thinkMs }
}

/** After this place; what was answered before the interview was gone on with is not asked again. */
function nextUnanswered({ questions }: InterviewPlan, place: number): number {
  const next = questions.findIndex(({ isSaid }, at) => at > place && isSaid !== true)
  return next === -1 ? questions.length : next
}

function turnOf({ place, isFollowUp }: Turn): Turn {
  return { place, isFollowUp }
}
