import { expect, test } from 'vitest'
import { median, percentile, seriesOf } from '../../bench/figures/statistics'

test('the median is in the middle, or between the two that are', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([10, 9, 100])).toBe(10) // numbers, not words
})

test('a percentile lies between two values if need be', () => {
  const values = Array.from({ length: 101 }, (_, index) => index)
  expect(percentile(values, 95)).toBe(95)
  expect(percentile([0, 10], 95)).toBe(9.5)
  expect(percentile([7], 99)).toBe(7)
})

test('of nothing there is no figure', () => {
  expect(() => median([])).toThrow(RangeError)
  expect(() => seriesOf([])).toThrow(RangeError)
})

test('a series keeps every value in its order, with four digits', () => {
  expect(seriesOf([3.14159, 1.00004, 12_345.6])).toEqual({
    median: 3.142,
    min: 1,
    max: 12_350,
    all: [3.142, 1, 12_350],
  })
})
