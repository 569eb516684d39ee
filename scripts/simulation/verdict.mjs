// @ts-check
import { mean } from './compare.mjs'

/** @typedef {import('./compare.mjs').Comparison} Comparison */

/** So much lower is nothing. */
export const MOST_LOWER = 0.01
/** Where practice in order leaves less than the first number, today's has to be so much better in the mean. */
const [LOW, LEAST_HIGHER] = [0.85, 0.05]

/** @param {Comparison} comparison */
export function isWorse({ planned, habits }) {
  return Math.min(planned - habits['from the first'], planned - habits['at random']) < -MOST_LOWER
}

/** @param {Comparison} comparison */
export function isWorseThanGoingOn({ planned, habits }) {
  return planned - habits['going on'] < -MOST_LOWER
}

/**
 * What was asked of today's practice, and whether it holds.
 *
 * @param {readonly Comparison[]} comparisons
 * @returns {{ what: string, holds: boolean }[]}
 */
export function verdict(comparisons) {
  const low = comparisons.filter(({ habits }) => habits['from the first'] < LOW)
  const gains = low.map(({ planned, habits }) => planned - habits['from the first'])
  const unsaid = comparisons.filter((one) => one.hasTimeForAll && one.saidShare < 1)
  return [
    {
      what: `nowhere more than ${String(MOST_LOWER)} lower than in order from the first question, or at random`,
      holds: !comparisons.some(isWorse),
    },
    {
      what: `${mean(gains).toFixed(2)} higher in the mean where in order from the first stays below ${String(LOW)} (asked: ${String(LEAST_HIGHER)}; least: ${Math.min(...gains).toFixed(3)})`,
      holds: mean(gains) >= LEAST_HIGHER,
    },
    {
      what: 'every question said at least once wherever there is the time for it',
      holds: unsaid.length === 0,
    },
    {
      what: 'no evening over its minutes by more than one question',
      holds: comparisons.every(({ isWithinTime }) => isWithinTime),
    },
  ]
}
