import type { RequestOutput } from '../../../../shared/contract'
import { EMPTY_FIELDS } from '../../emptyFields'
import type { Random } from '../../random'
import type { Change } from './change'
import type { Shelf, ShelfPack, ShelfQuestion } from './shelf'

/* Changes of packs and questions of one's own. */

export type QuestionChange = Extract<
  Change,
  { name: `packs.${string}` | `questions.${string}` | `drafts.${string}` }
>

/** The shelf after a change of a question; null when it is a change of something else. */
export function withQuestionChange(shelf: Shelf, change: Change, answer: unknown): Shelf | null {
  const pack = (id: string, changes: Partial<ShelfPack>): Shelf => ({
    ...shelf,
    packs: { ...shelf.packs, [id]: { ...shelf.packs[id]!, ...changes } },
  })
  const question = (id: string, changes: Partial<ShelfQuestion>): Shelf => ({
    ...shelf,
    questions: { ...shelf.questions, [id]: { ...shelf.questions[id]!, ...changes } },
  })
  const { name, input } = change as QuestionChange
  switch (name) {
    case 'packs.create': {
      if (answer === undefined) return shelf
      const { packId } = answer as RequestOutput<'packs.create'>
      return pack(packId, { title: input.title, isDeleted: false })
    }
    case 'packs.change':
      return pack(input.packId, { title: input.title! })
    case 'packs.delete':
      return pack(input.packId, { isDeleted: true })
    case 'packs.restore':
      return pack(input.packId, { isDeleted: false })
    case 'questions.create': {
      if (answer === undefined) return shelf
      const { questionId, packId } = answer as RequestOutput<'questions.create'>
      const { question: words, tags } = input.fields
      return question(questionId, { ...NEW_QUESTION, packId, question: words, tags })
    }
    case 'questions.update':
      return question(input.questionId, { question: input.fields.question!, draft: null })
    case 'questions.annotate':
      return question(input.questionId, input.layer as Partial<ShelfQuestion>)
    case 'questions.move':
      return question(input.questionIds[0]!, {
        packId: 'packId' in input.into ? input.into.packId : '',
      })
    case 'questions.delete':
      return question(input.questionIds[0]!, { isDeleted: true })
    case 'questions.restore':
      return question(input.questionIds[0]!, { isDeleted: false })
    case 'drafts.keep':
      return question(input.questionId!, { draft: input.draft.question! })
    default:
      return null
  }
}

/**
 * What was found, without the one pack, question or interview that a kill kept from being answered for: nobody
 * got to know its id.
 */
export function withoutUnanswered(found: Shelf, known: Shelf, pending: Change): Shelf {
  const leaveOutOne = <Value>(
    from: Readonly<Record<string, Value>>,
    of: Readonly<Record<string, Value>>,
  ): Record<string, Value> => {
    const isNew = (id: string): boolean => !Object.hasOwn(of, id)
    const one = Object.keys(from).find(isNew)
    return Object.fromEntries(Object.entries(from).filter(([id]) => id !== one))
  }
  if (pending.name === 'packs.create')
    return { ...found, packs: leaveOutOne(found.packs, known.packs) }
  if (pending.name === 'interviews.save' && pending.input.interviewId === null)
    return { ...found, interviews: leaveOutOne(found.interviews, known.interviews) }
  if (pending.name === 'questions.create')
    return { ...found, questions: leaveOutOne(found.questions, known.questions) }
  return found
}

const NEW_QUESTION = { outline: [], isStarred: false, isDeleted: false, draft: null }

const MOST_PACKS = 4

/** What a person could change now about packs and questions; `words` are always new ones. */
export function questionChanges(shelf: Shelf, random: Random, words: () => string): Change[] {
  const packs = Object.entries(shelf.packs)
  const packIds = packs.filter(([, { isDeleted }]) => !isDeleted).map(([id]) => id)
  const inPacks = Object.entries(shelf.questions).filter(([, { packId }]) =>
    packIds.includes(packId),
  )
  const shown = inPacks.filter(([, { isDeleted }]) => !isDeleted).map(([id]) => id)
  const hidden = inPacks.filter(([, { isDeleted }]) => isDeleted).map(([id]) => id)
  const hiddenPacks = packs.filter(([, { isDeleted }]) => isDeleted).map(([id]) => id)
  const title = words().slice(0, 40).trim() || 'Mine'
  const question = words() || 'Why?'
  const changes: Change[] = []
  if (packIds.length < MOST_PACKS) changes.push({ name: 'packs.create', input: { title } })
  if (packIds.length > 0) {
    const packId = random.pick(packIds)
    changes.push(
      { name: 'packs.change', input: { packId, title } },
      {
        name: 'questions.create',
        input: { into: { packId }, fields: { ...EMPTY_FIELDS, question, tags: [title] } },
      },
    )
    // Seldom: its questions go with it.
    if (random.between(0, 1) < 0.1)
      changes.push({ name: 'packs.delete', input: { packId, withTakes: false } })
  }
  if (hiddenPacks.length > 0)
    changes.push({ name: 'packs.restore', input: { packId: random.pick(hiddenPacks) } })
  if (hidden.length > 0)
    changes.push({ name: 'questions.restore', input: { questionIds: [random.pick(hidden)] } })
  if (shown.length > 0) {
    const questionId = random.pick(shown)
    const isStarred = random.pick([true, false])
    const into = { packId: random.pick(packIds) }
    changes.push(
      { name: 'questions.update', input: { questionId, fields: { question } } },
      { name: 'questions.annotate', input: { questionId, layer: { outline: [title], isStarred } } },
      {
        name: 'questions.move',
        input: { questionIds: [questionId], into, beforeQuestionId: null },
      },
      { name: 'questions.delete', input: { questionIds: [questionId], withTakes: false } },
      { name: 'drafts.keep', input: { questionId, draft: { question } } },
    )
  }
  return changes
}
