import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  dayNumberOf,
  dayOf,
  daysBetween,
  dayStartMs,
  isDay,
} from '../../../../shared/practice/day'
import { inZone, ZONES } from './inZone'

const HOUR_MS = 60 * 60 * 1000
const somewhere = fc.constantFrom(...ZONES)
const someTime = fc.integer({ min: Date.UTC(2000, 0, 3), max: Date.UTC(2060, 0, 1) })
const someDay = someTime.map((atMs) => new Date(atMs).toISOString().slice(0, 10))

test('a day turns at 4 in the morning, wherever one is', () => {
  for (const zone of ZONES) {
    inZone(zone, () => {
      expect(dayOf(new Date(2026, 10, 28, 3, 59, 59, 999).getTime()), zone).toBe('2026-11-27')
      expect(dayOf(new Date(2026, 10, 28, 4).getTime()), zone).toBe('2026-11-28')
      expect(dayOf(new Date(2026, 10, 28, 23, 59).getTime()), zone).toBe('2026-11-28')
      expect(dayOf(new Date(2027, 0, 1, 1).getTime()), zone).toBe('2026-12-31')
    })
  }
})

test('a night in which the clock is changed belongs to the evening before it, and no day is lost', () => {
  // Berlin, 29 March and 25 October 2026; Sao Paulo has no midnight on 4 November 2018.
  for (const [zone, night] of [
    ['Europe/Berlin', Date.UTC(2026, 2, 28, 22)],
    ['Europe/Berlin', Date.UTC(2026, 9, 24, 22)],
    ['America/Sao_Paulo', Date.UTC(2018, 10, 4, 1)],
  ] as const) {
    inZone(zone, () => {
      const days = Array.from({ length: 48 }, (_, hour) => dayOf(night + hour * HOUR_MS))
      expect(days, zone).toEqual(days.toSorted())
      expect(new Set(days).size, zone).toBe(3)
    })
  }
})

test('time that goes on never brings a day back, and every day begins when it says', () => {
  fc.assert(
    fc.property(
      somewhere,
      someTime,
      fc.integer({ min: 1, max: 72 * HOUR_MS }),
      (zone, atMs, more) =>
        inZone(zone, () => {
          const day = dayOf(atMs)
          expect(dayOf(atMs + more) >= day).toBe(true)
          expect(dayStartMs(day)).toBeLessThanOrEqual(atMs)
          expect(dayStartMs(addDays(day, 1))).toBeGreaterThan(atMs)
          expect(addDays('1970-01-01', dayNumberOf(atMs))).toBe(day)
        }),
    ),
  )
})

test('days are counted by the calendar alone', () => {
  fc.assert(
    fc.property(somewhere, someDay, fc.integer({ min: -4000, max: 4000 }), (zone, day, count) =>
      inZone(zone, () => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
        expect(addDays(addDays(day, count), -count)).toBe(day)
      }),
    ),
  )
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
})

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '', 'today', '2026-11-27T00:00', '0000-00-00'])(
  'the calendar has no day %j',
  (text) => {
    expect(isDay(text)).toBe(false)
    expect(isDay('2026-11-27')).toBe(true)
  },
)
