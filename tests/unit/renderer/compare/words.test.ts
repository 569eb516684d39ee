import { describe, expect, it } from 'vitest'
import { axisTicks } from '../../../../renderer/compare/duel/axisTicks'
import { drawOrder } from '../../../../renderer/compare/blind/blindOrder'
import { choiceWords } from '../../../../renderer/compare/blind/choiceWords'
import { MEASURE_ROWS } from '../../../../renderer/compare/measureWords'
import { sliverWords } from '../../../../renderer/compare/sides/takeNames'
import { measuresOf } from '../../../helpers/measured'
import { takeOf } from '../../../helpers/session'
import type { EndedTake } from '../../../../shared/endedTake'
import { sideOf } from './duel/sidesOf'

const take = (number: number, change = {}) => takeOf('pack/q', number, change) as EndedTake

describe('the common axis', () => {
  it.each([
    [4000, [0, 1000, 2000, 3000, 4000]],
    [49_000, [0, 10_000, 20_000, 30_000, 40_000]],
    [1_800_000, [0, 300_000, 600_000, 900_000, 1_200_000, 1_500_000, 1_800_000]],
  ])('has few round labels for %i ms', (lengthMs, ticks) => {
    expect(axisTicks(lengthMs)).toEqual(ticks)
  })

  it('has at most nine, for a day as well', () => {
    for (const hours of [0.001, 0.5, 1, 3, 24]) {
      expect(axisTicks(hours * 3_600_000).length).toBeLessThanOrEqual(9)
    }
  })

  it('says when one take is a sliver of the other', () => {
    expect(sliverWords({ A: sideOf(60_000), B: sideOf(90_000) })).toBeNull()
    expect(sliverWords({ A: sideOf(10_000), B: sideOf(1_800_000) })).toMatch(
      /^Take B is 180 times as long as take A/,
    )
  })
})

describe('earlier choices', () => {
  const chosen = (better: EndedTake, other: EndedTake) => ({
    betterTakeId: better.id,
    otherTakeId: other.id,
    chosenAtMs: 1,
  })
  const [one, three, five] = [take(1), take(3), take(5)]

  it('are counted in both directions, and others are left out', () => {
    expect(choiceWords([chosen(three, one), chosen(five, one)], three, one)).toBe(
      'You chose take 3 over take 1 once.',
    )
    expect(
      choiceWords([chosen(three, one), chosen(three, one), chosen(one, three)], three, one),
    ).toBe('You chose take 3 over take 1 twice. You chose take 1 over take 3 once.')
    expect(choiceWords(Array(3).fill(chosen(one, three)), three, one)).toBe(
      'You chose take 1 over take 3 3 times.',
    )
    expect(choiceWords([], three, one)).toBeNull()
  })

  it('name the day where the takes are of two sessions', () => {
    const other = take(1, { sessionId: '0199d3c0-0000-7000-8000-000000000009' })
    expect(choiceWords([chosen(other, one)], one, other)).toMatch(
      /^You chose take 1 of .* over take 1 of .* once\.$/,
    )
  })
})

describe('which one is X', () => {
  it('is one of the two ways, about as often', () => {
    const asA = Array.from({ length: 400 }, drawOrder).filter(({ X, Y }) => {
      expect([X, Y].toSorted()).toEqual(['A', 'B'])
      return X === 'A'
    }).length
    // Further off once in a hundred million runs.
    expect(asA).toBeGreaterThan(140)
    expect(asA).toBeLessThan(260)
  })
})

describe('measures in words', () => {
  const say = (measures: ReturnType<typeof measuresOf>) =>
    Object.fromEntries(MEASURE_ROWS.map((row) => [row.name, row.say(measures)]))

  it('has a unit in every line', () => {
    const speech = [
      { startMs: 1240, endMs: 5000 },
      { startMs: 7500, endMs: 9000 },
    ]
    expect(say(measuresOf(10_000, speech, { integratedLufs: -23.44 }))).toEqual({
      'Time to first word': '1.2 s',
      'Longest pause': '2.5 s',
      'Speech share': '68 %',
      'Pace, estimated': '120 to 150 words/min',
      Loudness: '−23.4 LUFS',
    })
  })

  it('says where nobody speaks', () => {
    expect(Object.values(say(measuresOf(10_000, [])))).toEqual([
      'No speech',
      'None',
      'No speech',
      'No speech',
      'Too quiet to say',
    ])
  })
})
