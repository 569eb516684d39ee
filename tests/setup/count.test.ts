import { expect, test } from 'vitest'
import { countOf } from '../../scripts/setup/count.mjs'
import { SetupError } from '../../scripts/setup/messages.mjs'

test('the count is taken out, whichever way it is written; the rest stays in order', () => {
  const rest = ['kills', '--headed']
  expect(countOf(['kills', '--count', '200', '--headed'])).toEqual({ count: 200, rest })
  expect(countOf(['kills', '--count=200', '--headed'])).toEqual({ count: 200, rest })
  expect(countOf(rest)).toEqual({ count: undefined, rest })
})

test('a count that is none is refused', () => {
  for (const args of [['--count'], ['--count', '0'], ['--count=many'], ['--count', '1.5']]) {
    expect(() => countOf(args)).toThrow(SetupError)
  }
})
