import { FSRS } from 'ts-fsrs'
import { expect, test } from 'vitest'
import { rated, recall } from '../../../../electron/practice/memory'
import { stateOn, summarise } from '../../../../electron/practice/summary'
import type { SaidQuestion } from '../../../../electron/store/practice/summaryRows'
import type { Rating } from '../../../../shared/model'
import { dayNumberOf } from '../../../../shared/practice/day'

const target = { shortestMs: 60_000, longestMs: 120_000 }
const DAY_MS = 24 * 60 * 60 * 1000
const NOON_MS = new Date(2026, 10, 10, 12).getTime()
const TODAY = dayNumberOf(NOON_MS)

/** At noon, so many days ago. */
function take(
  daysAgo: number,
  rating: Rating | null = null,
  more: Partial<SaidQuestion['takes'][number]> = {},
) {
  const startedAtMs = NOON_MS - daysAgo * DAY_MS
  return { startedAtMs, durationMs: 80_000, isBest: false, rating, ...more }
}

const of = (...takes: SaidQuestion['takes']): SaidQuestion => ({ takes, target })

test('what was never said is not known', () => {
  expect(summarise(of())).toEqual({ costMs: 270_000, saidDay: null, memory: null })
})

test('a day counts once: with the rating of its best take, else with that of the last rated one', () => {
  const once = (rating: Rating) => summarise(of(take(3, rating))).memory
  expect(summarise(of(take(3, 1), take(3, 4), take(3, 3), take(3))).memory).toEqual(once(3))
  expect(summarise(of(take(3, 2, { isBest: true }), take(3, 4))).memory).toEqual(once(2))
  // The best one is not rated.
  expect(summarise(of(take(3, null, { isBest: true }), take(3, 4))).memory).toEqual(once(4))
})

test('a day without a rating makes it said, and teaches nothing', () => {
  const { saidDay, memory } = summarise(of(take(5, 3), take(2)))
  expect(saidDay).toBe(TODAY - 2)
  expect(memory).toEqual(summarise(of(take(5, 3))).memory)
  expect(summarise(of(take(2)))).toMatchObject({ saidDay: TODAY - 2, memory: null })
})

test('memory grows with the days in between', () => {
  const first = rated(null, 0, 3)
  expect(summarise(of(take(9, 3), take(2, 3))).memory).toEqual({
    ...rated(first, 7, 3),
    rating: 3,
    ratedDay: TODAY - 2,
  })
})

test('what is hardly begun is not said', () => {
  expect(summarise(of(take(1, null, { durationMs: 400 }))).saidDay).toBe(null)
  expect(summarise(of(take(1, null, { durationMs: null }))).saidDay).toBe(TODAY - 1)
})

test('a question costs three times the middle of its target, later three times one’s own median', () => {
  const lasting = (...durations: number[]) =>
    summarise(of(...durations.map((durationMs, index) => take(9 - index, null, { durationMs }))))
      .costMs
  expect(lasting(150_000, 150_000)).toBe(270_000)
  expect(lasting(150_000, 20_000, 100_000)).toBe(300_000)
  // Nobody tries out ten questions in an evening because of three takes of a second.
  expect(lasting(1000, 1000, 1000)).toBe(135_000)
  expect(lasting(3_000_000, 3_000_000, 3_000_000)).toBe(540_000)
})

test('what is said today changes nothing in what was known when the day began', () => {
  const takes = [take(4, 3), take(2, 2)]
  const morning = summarise(of(...takes), { day: TODAY, countsToday: false })
  expect(morning).toEqual(summarise(of(...takes)))
  const evening = of(...takes, take(0, 1), take(0, 4, { durationMs: 600_000 }))
  expect(summarise(evening, { day: TODAY, countsToday: false })).toEqual(morning)
  expect(summarise(evening, { day: TODAY, countsToday: true }).memory).toMatchObject({ rating: 4 })
})

test('a clock that was set back: what is still to come was said today, or long ago', () => {
  const clock = { day: TODAY, countsToday: true }
  expect(summarise(of(take(3, 3), take(-1, 2)), clock)).toMatchObject({
    saidDay: TODAY,
    memory: { rating: 2 },
  })
  const years = summarise(of(take(-900, 3)), clock)
  expect(years.saidDay).toBe(TODAY - 30)
  expect(summarise(of(take(2, 1), take(-900, 3)), clock)).toMatchObject({
    saidDay: TODAY - 2,
    memory: { rating: 1 },
  })
})

test('days are counted back from the day that it is, and never less than one', () => {
  const question = { questionId: 'q', isStarred: true, isAsked: false }
  const summary = summarise(of(take(3, 3), take(1)))
  expect(stateOn(TODAY, question, summary)).toMatchObject({
    isStarred: true,
    saidDaysAgo: 1,
    memory: { rating: 3, ratedDaysAgo: 3 },
  })
  expect(stateOn(TODAY - 5, question, summary)).toMatchObject({ saidDaysAgo: 1 })
})

test('what is still known is what the library says', () => {
  const library = new FSRS({ enable_short_term: false, enable_fuzz: false })
  for (const days of [0, 1, 2.5, 30, 400]) {
    for (const stability of [0.01, 1, 8.3, 900]) {
      expect(recall({ stability }, days)).toBeCloseTo(library.forgetting_curve(days, stability), 7)
    }
  }
})
