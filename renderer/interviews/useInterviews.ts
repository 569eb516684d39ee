import type { Interview } from '../../shared/interviews/interview'
import type { Day } from '../../shared/practice/day'
import { request } from '../api'
import { useAnswer, type Answer } from '../lib/useAnswer'
import { INTERVIEWS } from '../ui/undo/deletedLists'
import { useUndo } from '../ui/Undo'

/** What a person writes of an interview. */
export type Written = Pick<Interview, 'where' | 'date' | 'scope'>

/** All interviews, and what can be done with them. Each resolves when it is stored. */
export interface Interviews {
  readonly answer: Answer<readonly Interview[]>
  readonly askAgain: () => void
  readonly save: (interviewId: string | null, written: Written) => Promise<Interview>
  readonly remove: (interview: Interview) => Promise<void>
  /** What they asked was told, or the calendar was filled. */
  readonly keep: (interview: Interview) => void
}

export function useInterviews(): Interviews {
  const [answer, askAgain, update] = useAnswer<readonly Interview[]>(listInterviews)
  const offerUndo = useUndo()
  const keep = (interview: Interview) =>
    update((known) => known && inOrder([...known.filter(isOther(interview.id)), interview]))
  return {
    answer,
    askAgain,
    keep,
    save: async (interviewId, written) => {
      const interview = await request('interviews.save', { interviewId, ...written })
      keep(interview)
      return interview
    },
    remove: async (interview) => {
      const { id: interviewId } = interview
      await request('interviews.remove', { interviewId })
      update((known) => known && known.filter(isOther(interviewId)))
      offerUndo({
        done: 'Interview removed',
        undo: () => request('interviews.restore', { interviewId }),
        place: { list: INTERVIEWS, rank: rankOf(interview) },
      })
    },
  }
}

/** As text, compares as their places in the list do. */
export function rankOf({ date, id }: Interview): string {
  return `${date} ${id}`
}

/** Those that are still to come, the nearest first; those that are past, the newest first. */
export function splitByDate(
  interviews: readonly Interview[],
  today: Day,
): { coming: readonly Interview[]; past: readonly Interview[] } {
  return {
    coming: interviews.filter(({ date }) => date >= today),
    past: interviews.filter(({ date }) => date < today).toReversed(),
  }
}

const listInterviews = () => request('interviews.list')

function isOther(id: string): (interview: Interview) => boolean {
  return (interview) => interview.id !== id
}

function inOrder(interviews: readonly Interview[]): Interview[] {
  return interviews.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1))
}
