// @ts-check
import { rated } from '../../electron/practice/memory'
import { plan } from '../../electron/practice/plan'
import { chance } from './chance.mjs'
import { Learner } from './learner.mjs'

/**
 * @typedef {object} Circumstances
 * @property {import('./learner.mjs').LearnerKind} kind
 * @property {number} questionCount
 * @property {number} days until the interview
 * @property {number} minutes an evening
 */
/**
 * @typedef {object} Outcome
 * @property {number} recall on the interview's day: how likely a question that is asked is known
 * @property {number} saidShare of the questions, those that were said at least once
 * @property {number[]} usedMs by evening
 * @property {boolean} isWithinTime no evening is over its time by more than its last question
 */

/** As those of the packs of the app: in seconds, from the shortest to the longest that fits. */
const TARGETS = [
  [60, 120],
  [45, 90],
  [60, 120],
  [45, 120],
  [60, 120],
  [45, 90],
]

/** @param {number} question */
export function costMsOf(question) {
  const [shortest = 0, longest = 0] = TARGETS[question % TARGETS.length] ?? []
  return ((3 * (shortest + longest)) / 2) * 1000
}

/**
 * Today's practice: every evening what the planner says, until the evening before the interview.
 *
 * @param {Circumstances} circumstances
 * @param {number} seed
 * @returns {Outcome}
 */
export function practiseAsPlanned({ kind, questionCount, days, minutes }, seed) {
  const learner = new Learner(kind, seed)
  /** @type {import('../../electron/practice/questionState').QuestionState[]} */
  let states = Array.from({ length: questionCount }, (_, question) => ({
    questionId: String(question),
    costMs: costMsOf(question),
    isStarred: false,
    isAsked: false,
    saidDaysAgo: null,
    memory: null,
  }))
  const usedMs = []
  let isWithinTime = true
  for (let day = 0; day < days; day += 1) {
    const planned = plan({ states, daysLeft: days - day, minutes })
    const withoutLast = planned.slice(0, -1)
    isWithinTime &&= sum(withoutLast.map(({ costMs }) => costMs)) <= minutes * 60_000
    usedMs.push(sum(planned.map(({ costMs }) => costMs)))
    const ratings = new Map(
      planned.map(({ questionId }) => [questionId, learner.say(Number(questionId), day)]),
    )
    states = states.map((state) => aDayLater(state, ratings.get(state.questionId)))
  }
  const said = states.filter(({ saidDaysAgo }) => saidDaysAgo !== null)
  return {
    recall: meanRecall(learner, questionCount, days),
    saidShare: said.length / questionCount,
    usedMs,
    isWithinTime,
  }
}

/**
 * @typedef {'from the first' | 'going on' | 'at random'} Habit
 * Each evening a session of all in order, from the first question on; the same, but going on where
 * one stopped; or in random order. With as many minutes, evening by evening, as today's practice
 * took: what an evening has over is there on the next.
 */
/** @type {Habit[]} */
export const HABITS = ['from the first', 'going on', 'at random']

/**
 * @param {Habit} habit
 * @param {Circumstances} circumstances
 * @param {number} seed
 * @param {readonly number[]} usedMs
 */
export function practiseBy(habit, { kind, questionCount, days }, seed, usedMs) {
  const learner = new Learner(kind, seed)
  const said = new Set()
  let next = 0
  let leftMs = 0
  for (let day = 0; day < days; day += 1) {
    leftMs += usedMs[day] ?? 0
    const first = habit === 'going on' ? next : 0
    const order = Array.from(
      { length: questionCount },
      (_, index) => (first + index) % questionCount,
    )
    if (habit === 'at random') {
      order.sort((one, other) => chance(seed, 3, day, one) - chance(seed, 3, day, other))
    }
    for (const question of order) {
      if (costMsOf(question) / 2 > leftMs) break
      leftMs -= costMsOf(question)
      learner.say(question, day)
      said.add(question)
      next = (question + 1) % questionCount
    }
  }
  return {
    recall: meanRecall(learner, questionCount, days),
    saidShare: said.size / questionCount,
  }
}

/**
 * @param {import('../../electron/practice/questionState').QuestionState} state
 * @param {1 | 2 | 3 | 4 | undefined} rating
 */
function aDayLater(state, rating) {
  const { saidDaysAgo, memory } = state
  if (rating !== undefined) {
    const learned = rated(memory, saidDaysAgo ?? 0, rating)
    return { ...state, saidDaysAgo: 1, memory: { ...learned, rating, ratedDaysAgo: 1 } }
  }
  return {
    ...state,
    saidDaysAgo: saidDaysAgo === null ? null : saidDaysAgo + 1,
    memory: memory && { ...memory, ratedDaysAgo: memory.ratedDaysAgo + 1 },
  }
}

/**
 * @param {Learner} learner
 * @param {number} questionCount
 * @param {number} day
 */
function meanRecall(learner, questionCount, day) {
  const each = Array.from({ length: questionCount }, (_, question) =>
    learner.recallOn(question, day),
  )
  return sum(each) / questionCount
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((all, number) => all + number, 0)
}
