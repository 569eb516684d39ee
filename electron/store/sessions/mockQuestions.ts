import type { MockSource } from '../../../shared/mock/mockSettings'
import type { Rating } from '../../../shared/model'
import type { Database } from '../database/database'
import { currentScope } from '../practice/currentScope'
import { practisedPacks } from '../practice/practisedQuestions'
import { PACK_SHOWN } from '../questions/packSummaries'
import { TO_ASK } from '../questions/questionRows'
import { ANSWERS } from '../takes/takeRows'

/** A question that a mock interview may ask. */
export interface MockQuestion {
  readonly id: string
  readonly packId: string
  /** Of the answer that was rated last; null when none was. */
  readonly rating: Rating | null
}

/** The questions that may be drawn from, in no particular order. */
export function mockQuestions(db: Database, from: MockSource): MockQuestion[] {
  return db
    .prepare<[object], MockQuestion>(
      `SELECT questions.id, pack_id AS packId,
         (SELECT rating FROM takes
          WHERE question_id = questions.id AND ${ANSWERS} AND rating IS NOT NULL
          ORDER BY takes.id DESC LIMIT 1) AS rating
       FROM questions JOIN packs ON packs.id = questions.pack_id
       WHERE ${TO_ASK} AND ${PACK_SHOWN} AND ${IN_SOURCE[from.kind]}`,
    )
    .all({ packIds: JSON.stringify(packsOf(db, from)) })
}

function packsOf(db: Database, from: MockSource): readonly string[] {
  switch (from.kind) {
    case 'scope':
      return practisedPacks(db, currentScope(db))
    case 'own':
      return []
    case 'pack':
      return [from.packId]
  }
}

const IN_PACKS = 'packs.id IN (SELECT value FROM json_each(@packIds))'

const IN_SOURCE: Record<MockSource['kind'], string> = {
  scope: IN_PACKS,
  own: `packs.kind <> 'built-in'`,
  pack: IN_PACKS,
}

/** How many times as likely as one that went well: what went badly comes up, and what is new does. */
const WEIGHTS: Record<Rating, number> = { 1: 4, 2: 3, 3: 1, 4: 1 }
const WEIGHT_OF_UNRATED = 2

/**
 * Draws so many of them, each at most once, in the order in which they are drawn; all when there are
 * fewer.
 * @param random 0 to 1, as Math.random
 */
export function drawQuestions(
  questions: readonly MockQuestion[],
  count: number,
  random: () => number = Math.random,
): MockQuestion[] {
  // Each waits for its turn as long as chance says, the likelier ones less: who comes first is drawn.
  const waits = questions.map((question) => ({
    question,
    wait: -Math.log(1 - random()) / weightOf(question),
  }))
  const drawn = waits.toSorted((one, other) => one.wait - other.wait).slice(0, count)
  // Among those that are drawn the weak ones need not come first.
  return drawn
    .map(({ question }) => ({ question, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ question }) => question)
}

function weightOf({ rating }: MockQuestion): number {
  return rating === null ? WEIGHT_OF_UNRATED : WEIGHTS[rating]
}
