import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneMore, plan } from '../../../../electron/practice/plan'
import { isNew, type QuestionState } from '../../../../electron/practice/questionState'
import type { Rating } from '../../../../shared/model'
import { idsOf, newStates, ratedState, stateOf } from './states'

const isNewId = (id: string) => id.startsWith('new')

test('what was forgotten comes first, then what is due by how likely it is forgotten, then new ones', () => {
  for (const daysLeft of [null, 6]) {
    const states = [
      ...newStates(2),
      ratedState('hard', 2, 3),
      ratedState('good', 3, 9),
      ratedState('again', 1, 1),
    ]
    const ids = idsOf(plan({ states, daysLeft, minutes: 20 }))
    expect(ids[0]).toBe('again')
    expect(ids.slice(1, 3)).toEqual(['good', 'hard'])
    expect(ids.slice(3)).toEqual(['new-1', 'new-2'])
  }
})

test('a forgotten answer is not lost among questions that there is no time for', () => {
  const states = [...newStates(80), ratedState('again', 1)]
  for (const daysLeft of [null, 2, 3, 6, 14]) {
    expect(idsOf(plan({ states, daysLeft, minutes: 20 }))[0], String(daysLeft)).toBe('again')
  }
})

test('without a date a few new ones are begun, and nothing is asked for that is well known', () => {
  expect(idsOf(plan({ states: newStates(19), daysLeft: null, minutes: 20 }))).toEqual([
    'new-1',
    'new-2',
    'new-3',
    'new-4',
  ])
  const known = [ratedState('easy', 4, 2), ratedState('good', 3, 1)]
  expect(plan({ states: known, daysLeft: null, minutes: 20 })).toEqual([])
  expect(oneMore({ states: known, daysLeft: null, minutes: 20 }, () => false)?.questionId).toBe(
    'good',
  )
})

test('what is well known comes again after a month', () => {
  const known = (daysAgo: number) => {
    const state = ratedState('known', 4, daysAgo)
    return { ...state, memory: state.memory && { ...state.memory, stability: 500 } }
  }
  expect(plan({ states: [known(29)], daysLeft: null, minutes: 20 })).toEqual([])
  expect(plan({ states: [known(30)], daysLeft: null, minutes: 20 })).toHaveLength(1)
})

test('new ones are spread over the days that are left, and all are said', () => {
  let states = newStates(19)
  const begun: number[] = []
  for (let daysLeft = 30; daysLeft > 0; daysLeft -= 1) {
    const ids = new Set(idsOf(plan({ states, daysLeft, minutes: 20 })))
    begun.push(
      [...ids].filter((id) => states.some((one) => one.questionId === id && isNew(one))).length,
    )
    states = nextMorning(states, ids, 3)
  }
  expect(states.filter(isNew)).toEqual([])
  // Begun at last three days before the interview.
  expect(begun.slice(-2)).toEqual([0, 0])
  expect(Math.max(...begun.slice(1))).toBeLessThanOrEqual(2)
})

test('two days before the interview weak and starred ones are made sure of, and none is begun', () => {
  const states = [
    ratedState('good', 3, 2),
    ratedState('easy', 4, 2),
    ratedState('starred', 4, 2, { isStarred: true }),
    ratedState('hard', 2, 2),
    ratedState('again', 1, 2),
  ]
  const ids = idsOf(plan({ states, daysLeft: 2, minutes: 12 }))
  expect(new Set(ids)).toEqual(new Set(['again', 'hard', 'starred']))
})

test('what could not be said even once by then is said while there is a day for it', () => {
  const states = [...newStates(30), ...['a', 'b', 'c', 'd'].map((id) => ratedState(id, 3))]
  expect(idsOf(plan({ states, daysLeft: 2, minutes: 20 })).every(isNewId)).toBe(true)
  expect(idsOf(plan({ states, daysLeft: 1, minutes: 20 })).some(isNewId)).toBe(false)
})

test('on the day before and on the day itself there are three to say once more', () => {
  const states = [
    ...newStates(20),
    ...['a', 'b', 'c', 'd', 'e'].map((id) => ratedState(id, 3, 2)),
    ratedState('again', 1, 2),
  ]
  for (const daysLeft of [1, 0]) {
    const ids = idsOf(plan({ states, daysLeft, minutes: 60 }))
    expect(ids).toHaveLength(3)
    expect(ids[0]).toBe('again')
    expect(ids.some(isNewId)).toBe(false)
    expect(oneMore({ states, daysLeft, minutes: 60 }, () => false)).toBe(null)
  }
  // Who has said nothing yet says three all the same.
  expect(plan({ states: newStates(20), daysLeft: 1, minutes: 60 })).toHaveLength(3)
})

test('a date that is past is as good as none', () => {
  const states = [...newStates(9), ratedState('hard', 2, 5)]
  expect(plan({ states, daysLeft: -1, minutes: 20 })).toEqual(
    plan({ states, daysLeft: null, minutes: 20 }),
  )
})

test('what they have asked comes before everything else, as long as there is a reason to say it', () => {
  const asked = [
    stateOf('new-asked', { isAsked: true }),
    ratedState('asked', 2, 4, { isAsked: true }),
    ratedState('fresh', 4, 1, { isAsked: true }),
  ]
  const states = [...newStates(40), ratedState('again', 1), ...asked]
  for (const daysLeft of [null, 2, 9]) {
    const ids = idsOf(plan({ states, daysLeft, minutes: 20 }))
    expect(ids.slice(0, 3)).toEqual(['asked', 'new-asked', 'again'])
    expect(ids).not.toContain('fresh')
  }
})

test('said without a rating it counts as said, and not as learned', () => {
  const states = [
    stateOf('unrated', { saidDaysAgo: 1 }),
    ratedState('unrated-since', 2, 5, { saidDaysAgo: 1 }),
  ]
  expect(plan({ states, daysLeft: null, minutes: 20 })).toEqual([])
  const later = states.map((state) => ({ ...state, saidDaysAgo: 4 }))
  expect(plan({ states: later, daysLeft: null, minutes: 20 })).toHaveLength(2)
})

const rating = fc.constantFrom<Rating>(1, 2, 3, 4)
const someState = fc
  .record({
    costMinutes: fc.double({ min: 0.5, max: 20, noNaN: true }),
    isStarred: fc.boolean(),
    isAsked: fc.boolean(),
    saidDaysAgo: fc.option(fc.integer({ min: 1, max: 400 })),
    rating: fc.option(rating),
    earlierBy: fc.integer({ min: 0, max: 50 }),
    stability: fc.double({ min: 0.01, max: 1000, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  })
  .map(
    ({ costMinutes, saidDaysAgo, rating: last, earlierBy, stability, difficulty, ...flags }) => ({
      ...flags,
      costMs: costMinutes * 60_000,
      saidDaysAgo,
      memory:
        saidDaysAgo === null || last === null
          ? null
          : { stability, difficulty, rating: last, ratedDaysAgo: saidDaysAgo + earlierBy },
    }),
  )
const someStates = fc
  .array(someState, { maxLength: 60 })
  .map((states) => states.map((state, index) => ({ ...state, questionId: `q-${String(index)}` })))

test('whatever is known: no question twice, none made up, never over the time by more than one', () => {
  fc.assert(
    fc.property(
      someStates,
      fc.option(fc.integer({ min: -5, max: 100 })),
      fc.integer({ min: 5, max: 120 }),
      (states, daysLeft, minutes) => {
        const planned = plan({ states, daysLeft, minutes })
        expect(new Set(planned).size).toBe(planned.length)
        expect(planned.every((state) => states.includes(state))).toBe(true)
        const before = planned.map(({ costMs }) => costMs).reduce((sum, ms) => sum + ms, 0)
        const longest = Math.max(0, ...planned.map(({ costMs }) => costMs))
        expect(before - longest).toBeLessThan(minutes * 60_000)
        expect(plan({ states, daysLeft, minutes })).toEqual(planned)
        // There is always something for who has an interview, and for who has never said something.
        const isWanted = (daysLeft ?? -1) >= 0 && (daysLeft ?? 0) < 3
        if (states.length > 0 && (isWanted || states.some(isNew))) expect(planned).not.toEqual([])
      },
    ),
  )
})

/** As it is a day later, when these were said and rated so. */
function nextMorning(
  states: readonly QuestionState[],
  said: ReadonlySet<string>,
  as: Rating,
): QuestionState[] {
  return states.map((state) => {
    if (said.has(state.questionId)) return ratedState(state.questionId, as)
    const { saidDaysAgo, memory } = state
    return {
      ...state,
      saidDaysAgo: saidDaysAgo === null ? null : saidDaysAgo + 1,
      memory: memory && { ...memory, ratedDaysAgo: memory.ratedDaysAgo + 1 },
    }
  })
}
