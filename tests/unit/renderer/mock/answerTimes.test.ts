import { expect, test } from 'vitest'
import { answerTimes, readingMs } from '../../../../renderer/mock/answerTimes'

const TARGET = { shortestMs: 45_000, longestMs: 90_000 }
const QUESTION = { isFollowUp: false }
const FOLLOW_UP = { isFollowUp: true }

test('the question’s limit is its longest length, told a moment before', () => {
  expect(answerTimes('question', TARGET, QUESTION)).toEqual({
    warning: { atMs: 75_000, words: '15 seconds left' },
    limitMs: 90_000,
  })
})

test('a short limit is told when a quarter of it is left', () => {
  const short = { shortestMs: 3000, longestMs: 8000 }
  expect(answerTimes('question', short, QUESTION)).toEqual({
    warning: { atMs: 6000, words: '2 seconds left' },
    limitMs: 8000,
  })
})

test('a limit above the question’s length tells when that is reached', () => {
  const { warning, limitMs } = answerTimes(180_000, TARGET, QUESTION)
  expect(warning).toMatchObject({ atMs: 90_000 })
  expect(warning?.words).toContain('full answer')
  expect(limitMs).toBe(180_000)
})

test('without a limit the length is told, and nothing ends', () => {
  expect(answerTimes('none', TARGET, QUESTION)).toMatchObject({
    warning: { atMs: 90_000 },
    limitMs: null,
  })
})

test('a follow-up has no length of its own, only a limit', () => {
  expect(answerTimes('none', TARGET, FOLLOW_UP)).toEqual({ warning: null, limitMs: null })
  expect(answerTimes(120_000, TARGET, FOLLOW_UP)).toEqual({
    warning: { atMs: 105_000, words: '15 seconds left' },
    limitMs: 120_000,
  })
})

test('a question is read for some seconds, a long one longer', () => {
  expect(readingMs('Why?')).toBe(2000)
  expect(readingMs('x'.repeat(100))).toBe(6000)
  expect(readingMs('x'.repeat(1000))).toBe(12_000)
})
