// @ts-check
import { costMsOf, HABITS, practiseAsPlanned, practiseBy } from './evenings.mjs'
import { LEARNERS } from './learner.mjs'

/** @typedef {import('./evenings.mjs').Circumstances} Circumstances */
/**
 * @typedef {object} Comparison
 * @property {Circumstances} circumstances
 * @property {number} planned recall on the interview's day with today's practice, from 0 to 1
 * @property {Record<import('./evenings.mjs').Habit, number>} habits the same with each habit
 * @property {number} saidShare with today's practice
 * @property {boolean} hasTimeForAll before the evening before the interview, when three are said again
 * @property {boolean} isWithinTime
 */

/** @type {Circumstances[]} */
export const ALL_CIRCUMSTANCES = LEARNERS.flatMap((kind) =>
  [19, 60, 200].flatMap((questionCount) =>
    [5, 14, 60].flatMap((days) =>
      [15, 30].map((minutes) => ({ kind, questionCount, days, minutes })),
    ),
  ),
)

/**
 * @param {Circumstances} circumstances
 * @param {number} learnerCount the means of so many
 * @returns {Comparison}
 */
export function compare(circumstances, learnerCount) {
  const seeds = Array.from({ length: learnerCount }, (_, index) => index + 1)
  const planned = seeds.map((seed) => practiseAsPlanned(circumstances, seed))
  const byHabit = HABITS.map((habit) => {
    const each = seeds.map(
      (seed, index) => practiseBy(habit, circumstances, seed, planned[index]?.usedMs ?? []).recall,
    )
    return [habit, mean(each)]
  })
  const { questionCount, days, minutes } = circumstances
  const neededMs = Array.from({ length: questionCount }, (_, question) =>
    costMsOf(question),
  ).reduce((all, costMs) => all + costMs)
  return {
    circumstances,
    planned: mean(planned.map(({ recall }) => recall)),
    habits: Object.fromEntries(byHabit),
    saidShare: Math.min(...planned.map(({ saidShare }) => saidShare)),
    hasTimeForAll: neededMs <= (days - 1) * minutes * 60_000,
    isWithinTime: planned.every(({ isWithinTime }) => isWithinTime),
  }
}

/** @param {readonly number[]} numbers */
export function mean(numbers) {
  return numbers.reduce((all, number) => all + number, 0) / numbers.length
}
