import type { Interview } from '../../../../shared/interviews/interview'
import type { Random } from '../../random'
import type { Change } from './change'
import type { Shelf, ShelfInterview } from './shelf'

/* Changes of interviews. */

export type InterviewChange = Extract<Change, { name: `interviews.${string}` }>

/** Those of the app: they are never deleted. */
const ASKED = ['development-experience', 'enjoy-most', 'preferred-language'].map(
  (name) => `backend-developer/${name}`,
)
const MOST_INTERVIEWS = 4

/** The shelf after a change of an interview; null when it is a change of something else. */
export function withInterviewChange(shelf: Shelf, change: Change, answer: unknown): Shelf | null {
  const interview = (id: string, changes: Partial<ShelfInterview>): Shelf => ({
    ...shelf,
    interviews: { ...shelf.interviews, [id]: { ...shelf.interviews[id]!, ...changes } },
  })
  const { name, input } = change as InterviewChange
  switch (name) {
    case 'interviews.save': {
      const { where, date, interviewId } = input
      if (interviewId !== null) return interview(interviewId, { where, date })
      if (answer === undefined) return shelf
      return interview((answer as Interview).id, { where, date, asked: [], isDeleted: false })
    }
    case 'interviews.tell':
      return interview(input.interviewId, { asked: input.questionIds })
    case 'interviews.remove':
      return interview(input.interviewId, { isDeleted: true })
    case 'interviews.restore':
      return interview(input.interviewId, { isDeleted: false })
    default:
      return null
  }
}

/** What a person could change now about interviews; `words` are always new ones. */
export function interviewChanges(shelf: Shelf, random: Random, words: () => string): Change[] {
  const all = Object.entries(shelf.interviews)
  const shown = all.filter(([, { isDeleted }]) => !isDeleted).map(([id]) => id)
  const hidden = all.filter(([, { isDeleted }]) => isDeleted).map(([id]) => id)
  const where = words().slice(0, 40).trim()
  const date = `2026-12-${String(Math.floor(random.between(10, 32)))}`
  const changes: Change[] = []
  if (shown.length < MOST_INTERVIEWS)
    changes.push({
      name: 'interviews.save',
      input: { interviewId: null, where, date, scope: null },
    })
  if (hidden.length > 0)
    changes.push({ name: 'interviews.restore', input: { interviewId: random.pick(hidden) } })
  if (shown.length > 0) {
    const interviewId = random.pick(shown)
    const questionIds = ASKED.filter(() => random.pick([true, false]))
    changes.push(
      { name: 'interviews.save', input: { interviewId, where, date, scope: null } },
      { name: 'interviews.tell', input: { interviewId, questionIds } },
      { name: 'interviews.remove', input: { interviewId } },
    )
  }
  return changes
}
