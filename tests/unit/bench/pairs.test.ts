import { expect, test } from 'vitest'
import { inPairs } from '../../bench/pairs'

test('both are measured in turns, the first of each does not count, and either begins', async () => {
  const order: string[] = []
  const measure = (which: string) => () => Promise.resolve(order.push(which))
  const pairs = await inPairs(3, { value: measure('value'), floor: measure('floor') })
  expect(order.join(' ')).toBe('floor value floor value value floor floor value')
  expect(pairs).toEqual({ value: [4, 5, 8], floor: [3, 6, 7] })
})
