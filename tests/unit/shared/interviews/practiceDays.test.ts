import { expect, test } from 'vitest'
import { calendarDateOf, practiceDays } from '../../../../shared/interviews/practiceDays'

const at = (text: string) => new Date(text).getTime()

test('a date turns at midnight, unlike the day of practice', () => {
  expect(calendarDateOf(at('2026-11-28T00:00:01'))).toBe('2026-11-28')
  expect(calendarDateOf(at('2026-11-28T23:59:59'))).toBe('2026-11-28')
})

test('there is an entry a day, from today to the day before the interview', () => {
  const nowMs = at('2026-11-28T18:59:00')
  expect(practiceDays({ nowMs, date: '2026-12-01', time: '19:00' })).toEqual([
    '2026-11-28',
    '2026-11-29',
    '2026-11-30',
  ])
  expect(practiceDays({ nowMs, date: '2026-11-28', time: '19:00' })).toEqual([])
})

test('when the hour is over today the first one is tomorrow, and there may be none', () => {
  const nowMs = at('2026-11-28T19:01:00')
  expect(practiceDays({ nowMs, date: '2026-11-30', time: '19:00' })).toEqual(['2026-11-29'])
  expect(practiceDays({ nowMs, date: '2026-11-29', time: '19:00' })).toEqual([])
})

test('no day is left out or doubled where the clock is changed, and a far one fills a year', () => {
  const spring = practiceDays({ nowMs: at('2026-03-27T08:00'), date: '2026-04-01', time: '02:30' })
  expect(spring).toEqual(['2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31'])
  const far = practiceDays({ nowMs: at('2026-03-27T08:00'), date: '2090-01-01', time: '19:00' })
  expect(new Set(far).size).toBe(366)
})
