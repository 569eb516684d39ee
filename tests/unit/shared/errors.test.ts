import { expect, test } from 'vitest'
import { AppError, ERROR_WORDS, type ErrorCode } from '../../../shared/errors'

const CODES = Object.keys(ERROR_WORDS) as ErrorCode[]

test.each(CODES)('%s says what happened, what was kept and what to do, in sentences', (code) => {
  const { happened, kept, next } = ERROR_WORDS[code]
  for (const words of [happened, kept, next]) {
    expect(words).toMatch(/^[A-Z“][^\n]{8,140}\.$/)
    expect(words).not.toMatch(/\b(?:error|exception|invalid|failed|SQLite|null)\b/i)
  }
})

test('no two say that the same happened', () => {
  const happened = CODES.map((code) => ERROR_WORDS[code].happened)
  expect(new Set(happened).size).toBe(CODES.length)
})

test('an error has its words, unless there is more to say', () => {
  expect(new AppError('DISK_FULL').message).toBe(ERROR_WORDS.DISK_FULL.happened)
  const cause = new Error('ENOSPC')
  const error = new AppError('DISK_FULL', 'While saving', { cause })
  expect(error).toMatchObject({
    name: 'AppError',
    code: 'DISK_FULL',
    message: 'While saving',
    cause,
  })
})
