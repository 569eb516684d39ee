import { expect, test } from 'vitest'
import { ALL_CIRCUMSTANCES, compare } from '../../../../scripts/simulation/compare.mjs'
import { practiseAsPlanned } from '../../../../scripts/simulation/evenings.mjs'
import { isWorse, verdict } from '../../../../scripts/simulation/verdict.mjs'

/** What 60 days do is seen in `npm run simulate`; here they would take the longest. */
const short = ALL_CIRCUMSTANCES.filter(({ days, questionCount }) => days < 60 || questionCount < 60)

test('today’s practice does what was asked of it, for every kind of learner', () => {
  const comparisons = short.map((circumstances) => compare(circumstances, 8))
  expect(verdict(comparisons)).toEqual(
    verdict(comparisons).map(({ what }) => ({ what, holds: true })),
  )
})

test('the same learner always does the same, and another one something else', () => {
  const circumstances = { kind: 'faster', questionCount: 19, days: 14, minutes: 15 } as const
  expect(practiseAsPlanned(circumstances, 1)).toEqual(practiseAsPlanned(circumstances, 1))
  expect(practiseAsPlanned(circumstances, 1)).not.toEqual(practiseAsPlanned(circumstances, 2))
})

test('what does not hold is told', () => {
  const [good] = short.map((circumstances) => compare(circumstances, 1))
  const bad = {
    ...good!,
    planned: 0.3,
    habits: { 'from the first': 0.4, 'going on': 0.4, 'at random': 0.4 },
    saidShare: 0.9,
    hasTimeForAll: true,
    isWithinTime: false,
  }
  expect(isWorse(bad)).toBe(true)
  expect(verdict([bad]).map(({ holds }) => holds)).toEqual([false, false, false, false])
})
