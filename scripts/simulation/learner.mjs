// @ts-check
import { rated, recall } from '../../electron/practice/memory'
import { chance } from './chance.mjs'

/** @typedef {'as the library' | 'faster' | 'random'} LearnerKind */
/** @typedef {import('../../electron/practice/memory').Memory & { day: number, times: number }} Known */

/** @type {LearnerKind[]} */
export const LEARNERS = ['as the library', 'faster', 'random']

/** Who forgets faster forgets in a day what others forget in three; the planner does not know it. */
const FASTER = 3
/** Of ten answers that are said for the first time, two go badly. */
const FIRST_TIME = 0.8
/** What an answer that is known is rated: below the first number Hard, below the second Good, else Easy. */
const [HARD_BELOW, GOOD_BELOW] = [0.25, 0.85]

/** Somebody who says questions, forgets them, and says how it went. */
export class Learner {
  /** @type {Map<number, Known>} */
  #known = new Map()
  #kind
  #seed

  /**
   * @param {LearnerKind} kind
   * @param {number} seed
   */
  constructor(kind, seed) {
    this.#kind = kind
    this.#seed = seed
  }

  /**
   * How likely the answer is known on this day, before it is said; 0 when it never was.
   *
   * @param {number} question
   * @param {number} day
   */
  recallOn(question, day) {
    const known = this.#known.get(question)
    if (!known) return 0
    return recall(known, (day - known.day) * (this.#kind === 'faster' ? FASTER : 1))
  }

  /**
   * @param {number} question
   * @param {number} day
   * @returns {1 | 2 | 3 | 4} how it went
   */
  say(question, day) {
    const known = this.#known.get(question)
    const times = known?.times ?? 0
    const rating = this.#rate(known ? this.recallOn(question, day) : FIRST_TIME, question, times)
    const memory = rated(known ?? null, known ? day - known.day : 0, rating)
    this.#known.set(question, { ...memory, day, times: times + 1 })
    return rating
  }

  /**
   * Who rates at random says nothing by it; the others rate Again what they did not know.
   *
   * @param {number} likely
   * @param {number} question
   * @param {number} times
   * @returns {1 | 2 | 3 | 4}
   */
  #rate(likely, question, times) {
    const luck = chance(this.#seed, 1, question, times)
    if (this.#kind === 'random')
      return /** @type {const} */ ([1, 2, 3, 4])[Math.floor(luck * 4)] ?? 4
    if (luck >= likely) return 1
    const how = chance(this.#seed, 2, question, times)
    return how < HARD_BELOW ? 2 : how < GOOD_BELOW ? 3 : 4
  }
}
