import type { RequestInput, RequestName } from '../../../../shared/contract'
import type { Session, Take } from '../../../../shared/model'
import { withInterviewChange, type InterviewChange } from './interviewChange'
import { withQuestionChange, type QuestionChange } from './questionChange'
import type { Shelf, ShelfSession, ShelfTake } from './shelf'

type ChangeName = Extract<
  RequestName,
  | `takes.${'begin' | 'append' | 'finish' | 'rate' | 'annotate' | 'keepAsBest' | 'delete' | 'restore'}`
  | `sessions.${'start' | 'visit' | 'finish' | 'delete' | 'restore'}`
  | `packs.${'create' | 'change' | 'delete' | 'restore'}`
  | `questions.${'create' | 'update' | 'annotate' | 'move' | 'delete' | 'restore'}`
  | 'drafts.keep'
  | `interviews.${'save' | 'tell' | 'remove' | 'restore'}`
  | 'recovery.settle'
  | 'settings.change'
>

/** A request that changes what is stored. */
export type Change = {
  [Name in ChangeName]: { name: Name; input: RequestInput<Name> }
}[ChangeName]

/**
 * The shelf after a change. Without an answer it is the shelf as it is when the change arrived all
 * the same; something whose id nobody got to know is then left out.
 */
export function withChange(shelf: Shelf, change: Change, answer: unknown): Shelf {
  const written =
    withQuestionChange(shelf, change, answer) ?? withInterviewChange(shelf, change, answer)
  if (written) return written
  const { name, input } = change as TakeChange
  const take = (id: string, changes: Partial<ShelfTake>): Shelf => ({
    ...shelf,
    takes: { ...shelf.takes, [id]: { ...shelf.takes[id]!, ...changes } },
  })
  const session = (id: string, changes: Partial<ShelfSession>): Shelf => ({
    ...shelf,
    sessions: { ...shelf.sessions, [id]: { ...shelf.sessions[id]!, ...changes } },
  })
  switch (name) {
    case 'takes.begin':
      return answer === undefined
        ? shelf
        : take((answer as Take).id, {
            ...NEW_TAKE,
            sessionId: input.sessionId,
            questionId: input.questionId,
          })
    case 'takes.append':
      return take(input.takeId, { sound: 'some' })
    case 'takes.finish':
      return take(input.takeId, { sound: 'whole' })
    case 'takes.rate':
      return take(input.takeId, { rating: input.rating })
    case 'takes.annotate':
      return take(input.takeId, { notes: input.notes })
    case 'takes.keepAsBest':
      return withBest(shelf, input)
    case 'takes.delete':
      return take(input.takeId, { isDeleted: true })
    case 'takes.restore':
      return take(input.takeId, { isDeleted: false })
    case 'recovery.settle':
      return take(input.takeId, { isAskedAbout: false })
    case 'sessions.start':
      return withNewSession(shelf, answer as Session | undefined)
    case 'sessions.visit':
      return session(input.sessionId, { currentQuestionId: input.questionId })
    case 'sessions.finish':
      return session(input.sessionId, { isFinished: true })
    case 'sessions.delete':
      return session(input.sessionId, { isDeleted: true })
    case 'sessions.restore':
      return session(input.sessionId, { isDeleted: false })
    case 'settings.change':
      return { ...shelf, settings: { ...shelf.settings, ...input } as Shelf['settings'] }
  }
}

type TakeChange = Exclude<Change, QuestionChange | InterviewChange>

const NEW_TAKE = {
  rating: null,
  notes: '',
  isBest: false,
  isDeleted: false,
  sound: 'none',
  isAskedAbout: false,
} as const

/** One take of a question in a session is its best one. */
function withBest(shelf: Shelf, { takeId, isBest }: { takeId: string; isBest: boolean }): Shelf {
  const { sessionId, questionId } = shelf.takes[takeId]!
  const takes = Object.entries(shelf.takes).map(([id, take]) => {
    if (id === takeId) return [id, { ...take, isBest }] as const
    const isRival = isBest && take.sessionId === sessionId && take.questionId === questionId
    return [id, isRival ? { ...take, isBest: false } : take] as const
  })
  return { ...shelf, takes: Object.fromEntries(takes) }
}

/** Every other one stays as it is. */
function withNewSession(shelf: Shelf, started: Session | undefined): Shelf {
  if (!started) return shelf
  const { id, currentQuestionId } = started
  const session: ShelfSession = {
    isFinished: false,
    isDeleted: false,
    currentQuestionId,
    firstQuestionId: currentQuestionId,
  }
  return { ...shelf, sessions: { ...shelf.sessions, [id]: session } }
}
