import { expect, it } from 'vitest'
import { dayInWords } from '../../../../renderer/practice/lastPractised'

const now = new Date(2026, 10, 23, 21, 0).getTime()

it.each([
  [new Date(2026, 10, 23, 0, 0), 'today'],
  [new Date(2026, 10, 22, 23, 59), 'yesterday'],
  [new Date(2026, 10, 20, 8, 0), 'on Friday'],
  [new Date(2026, 10, 17, 8, 0), 'on Tuesday'],
  [new Date(2026, 10, 16, 8, 0), 'on 16 November'],
  [new Date(2025, 10, 16, 8, 0), 'on 16 November 2025'],
  // A clock that was put back must not make sessions of the future.
  [new Date(2026, 10, 25, 8, 0), 'today'],
])('says %s as "%s"', (day, words) => {
  expect(dayInWords(day.getTime(), now)).toBe(words)
})
