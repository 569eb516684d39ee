import { isDeepStrictEqual } from 'node:util'
import type { Rating, Settings } from '../../../../shared/model'

/** A take as far as a person can tell. */
export interface ShelfTake {
  sessionId: string
  questionId: string
  rating: Rating | null
  notes: string
  isBest: boolean
  isDeleted: boolean
  /** What it is made of so far; a finished one is whole. */
  sound: 'none' | 'some' | 'whole'
  /** A crash ended it, and the person has not said yet whether to keep it. */
  isAskedAbout: boolean
}

export interface ShelfSession {
  isFinished: boolean
  isDeleted: boolean
  currentQuestionId: string
  firstQuestionId: string
}

/** A question of one's own, as far as these tests change it. */
export interface ShelfQuestion {
  packId: string
  question: string
  tags: readonly string[]
  outline: readonly string[]
  isStarred: boolean
  isDeleted: boolean
  /** What stands in its form; null when it is closed. */
  draft: string | null
}

export interface ShelfPack {
  title: string
  isDeleted: boolean
}

/** An interview, and which questions of the app they asked. */
export interface ShelfInterview {
  where: string
  date: string
  asked: readonly string[]
  isDeleted: boolean
}

/** Everything that was acknowledged, by id. */
export interface Shelf {
  interviews: Readonly<Record<string, ShelfInterview>>
  packs: Readonly<Record<string, ShelfPack>>
  questions: Readonly<Record<string, ShelfQuestion>>
  sessions: Readonly<Record<string, ShelfSession>>
  takes: Readonly<Record<string, ShelfTake>>
  settings: Settings
}

/**
 * What has to be there after a kill and a new start: what was deleted is gone, what was being
 * recorded is whole and asked about, and what no sound arrived for is forgotten.
 */
export function afterStart(shelf: Shelf): Shelf {
  const { interviews, packs, questions, sessions, takes, settings } = shelf
  const isKept = ({ isDeleted, sessionId, sound }: ShelfTake) =>
    !isDeleted && sound !== 'none' && !sessions[sessionId]!.isDeleted
  const recovered = (take: ShelfTake): ShelfTake =>
    take.sound === 'some' ? { ...take, sound: 'whole', isAskedAbout: true } : take
  return {
    interviews: pick(interviews, ({ isDeleted }) => !isDeleted),
    packs: pick(packs, ({ isDeleted }) => !isDeleted),
    questions: pick(questions, (one) => !one.isDeleted && !packs[one.packId]!.isDeleted),
    sessions: pick(sessions, ({ isDeleted }) => !isDeleted),
    takes: Object.fromEntries(
      Object.entries(pick(takes, isKept)).map(([id, take]) => [id, recovered(take)]),
    ),
    settings,
  }
}

/** Where what is found differs from what is wanted, in words; empty when it does not. */
export function differences(wanted: Shelf, found: Shelf): string[] {
  const compare = (what: string, left: object, right: object): string[] =>
    [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) => {
      const [a, b] = [Reflect.get(left, key) as unknown, Reflect.get(right, key) as unknown]
      if (isDeepStrictEqual(a, b)) return []
      return [`${what} ${key}: wanted ${JSON.stringify(a)}, found ${JSON.stringify(b)}`]
    })
  return [
    ...compare('interview', wanted.interviews, found.interviews),
    ...compare('pack', wanted.packs, found.packs),
    ...compare('question', wanted.questions, found.questions),
    ...compare('session', withTakes(wanted), withTakes(found)),
    ...compare('take', wanted.takes, found.takes),
    ...compare('setting', wanted.settings, found.settings),
  ]
}

/**
 * A session without a take shows up nowhere, unless it is unfinished and one has moved on in it;
 * whether its row is gone yet is no matter.
 */
function withTakes({ sessions, takes }: Shelf): Shelf['sessions'] {
  const ids = new Set(Object.values(takes).map(({ sessionId }) => sessionId))
  return Object.fromEntries(
    Object.entries(sessions).filter(
      ([id, { isFinished, currentQuestionId, firstQuestionId }]) =>
        ids.has(id) || (!isFinished && currentQuestionId !== firstQuestionId),
    ),
  )
}

function pick<Value>(
  record: Readonly<Record<string, Value>>,
  isWanted: (value: Value) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => isWanted(value)))
}
