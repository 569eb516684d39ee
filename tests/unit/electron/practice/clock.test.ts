/*
 * What a clock can do to Today: a day that turns at 4, a clock that is changed or set back, a journey,
 * an interview that is past. It is never empty by it, and never has anything twice.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Today } from '../../../../shared/practice/practiceRequests'
import { inZone, ZONES } from '../../shared/practice/inZone'
import { practiceOf, say } from './practiceFixture'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

const listed = ({ questions }: Today) => questions.map(({ questionId }) => questionId)

/** In a zone while a promise is waited for: nothing else runs meanwhile. */
async function thereAt<Result>(zone: string, work: () => Promise<Result>): Promise<Result> {
  const before = process.env.TZ
  process.env.TZ = zone
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
}

test('who speaks past midnight has one evening, not two', async () => {
  for (const zone of ZONES) {
    await thereAt(zone, async () => {
      const { db, practice } = practiceOf(9)
      const evening = new Date(2026, 10, 10, 23, 30).getTime()
      const ids = listed(await practice.today(evening))
      for (const questionId of ids) say(db, questionId, { atMs: evening, rating: 3 })
      const night = await practice.today(new Date(2026, 10, 11, 3, 59).getTime())
      expect(night, zone).toMatchObject({ day: '2026-11-10', state: 'done' })
      expect(listed(night)).toEqual(ids)
      const morning = await practice.today(new Date(2026, 10, 11, 4).getTime())
      expect(morning, zone).toMatchObject({ day: '2026-11-11', state: 'open' })
      expect(listed(morning).some((id) => ids.includes(id))).toBe(false)
    })
  }
})

test('the nights in which the clock is changed have one Today each', async () => {
  await thereAt('Europe/Berlin', async () => {
    for (const evening of [
      new Date(2026, 2, 28, 22).getTime(),
      new Date(2026, 9, 24, 22).getTime(),
    ]) {
      const { db, practice } = practiceOf(9)
      const ids = listed(await practice.today(evening))
      say(db, ids[0] ?? '', { atMs: evening, rating: 1 })
      const days = new Set<string>()
      for (let hour = 0; hour < 24; hour += 0.5) {
        const today = await practice.today(evening + hour * HOUR_MS)
        days.add(today.day)
        expect(today.questions.length).toBeGreaterThan(0)
        expect(today.endsAtMs).toBeGreaterThan(evening + hour * HOUR_MS)
      }
      expect(days.size).toBe(2)
      expect(listed(await practice.today(evening + 12 * HOUR_MS))[0]).toBe(ids[0])
    }
  })
})

test('a flight makes a day longer or shorter, and leaves what was said said', async () => {
  const { db, practice } = practiceOf(9)
  const atMs = Date.UTC(2026, 10, 10, 12) // 9 in the evening in Tokyo, 4 in the morning in Los Angeles
  const inTokyo = await thereAt('Asia/Tokyo', () => practice.today(atMs))
  const [first = ''] = listed(inTokyo)
  say(db, first, { atMs: atMs - HOUR_MS, rating: 3 })
  await thereAt('Asia/Tokyo', () => practice.today(atMs)) // its summary is stored there
  for (const zone of ['America/Los_Angeles', 'Pacific/Honolulu', 'Pacific/Kiritimati']) {
    const there = await thereAt(zone, () => practice.today(atMs))
    expect(there.questions.length, zone).toBeGreaterThan(0)
    expect(new Set(listed(there)).size).toBe(there.questions.length)
    const wasSaid = there.questions.find(({ questionId }) => questionId === first)
    // Said on this day or on the one before: it is not asked for again.
    expect(wasSaid?.isSaid ?? true, zone).toBe(true)
  }
})

test('a clock that was wrong for a while empties no day afterwards', async () => {
  const { db, practice } = practiceOf(4)
  const nowMs = new Date(2026, 10, 10, 20).getTime()
  for (const id of ['q1', 'q2', 'q3', 'q4']) {
    say(db, `trial/${id}`, { atMs: nowMs + 3000 * DAY_MS, rating: 3 })
  }
  expect(await practice.today(nowMs + 3000 * DAY_MS)).toMatchObject({ state: 'done' })
  const back = await practice.today(nowMs)
  expect(back).toMatchObject({ state: 'open', done: { takeCount: 0 } })
  expect(back.questions).toHaveLength(4)
  // Set back by an hour within the evening it is the same evening.
  const { db: other, practice: evening } = practiceOf(9)
  const [first = ''] = listed(await evening.today(nowMs))
  say(other, first, { atMs: nowMs, rating: 3 })
  expect((await evening.today(nowMs - HOUR_MS)).questions[0]).toMatchObject({ isSaid: true })
})

test('whatever the clock, the place and the date: never empty by it, nothing twice', async () => {
  const time = fc.integer({ min: Date.UTC(2020, 0, 2), max: Date.UTC(2035, 0, 1) })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ZONES),
      fc.constantFrom(...ZONES),
      time,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: -40, max: 40 })), {
        maxLength: 12,
      }),
      fc.option(fc.integer({ min: -400, max: 400 })),
      async (home, abroad, nowMs, said, daysLeft) => {
        const date =
          daysLeft === null
            ? null
            : inZone(home, () => new Date(nowMs + daysLeft * DAY_MS).toISOString().slice(0, 10))
        // One that is past is not the nearest; should it be given all the same, it does no harm.
        const { db, practice } = practiceOf(8, () => (date === null ? null : { date, scope: null }))
        for (const [index, days] of said) {
          say(db, `trial/q${String(index)}`, { atMs: nowMs + days * DAY_MS, rating: 3 })
        }
        for (const zone of [home, abroad, home]) {
          const today = await thereAt(zone, () => practice.today(nowMs))
          // q7 and q8 were never said.
          expect(today.questions.length).toBeGreaterThan(0)
          expect(new Set(listed(today)).size).toBe(today.questions.length)
          expect(await thereAt(zone, () => practice.today(nowMs))).toEqual(today)
        }
      },
    ),
    { numRuns: 40 },
  )
})
