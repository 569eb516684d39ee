import { expect, test } from 'vitest'
import { compared, notMeasured, stated } from '../../bench/figures/result'
import { percentile } from '../../bench/figures/statistics'

const series = { unit: 'ms', value: [11, 12, 13], floor: [9, 10, 11] }

test('the ratio is of the two medians, and may be just what is wanted', () => {
  expect(compared({ ...series, atMost: 1.2 })).toMatchObject({
    value: 12,
    floor: 10,
    ratio: 1.2,
    wanted: '<= 1.2',
    holds: true,
  })
  expect(compared({ ...series, atMost: 1.19 }).holds).toBe(false)
})

test('what else is wanted has to hold too', () => {
  const also = [{ wanted: 'plays at once', holds: false }]
  expect(compared({ ...series, atMost: 2, also })).toMatchObject({
    wanted: '<= 2, plays at once',
    holds: false,
  })
  expect(compared({ ...series, atMost: 2, also: [{ wanted: '', holds: true }] }).holds).toBe(true)
})

test('another figure than the median can be compared', () => {
  const by = (values: readonly number[]) => percentile(values, 100)
  expect(compared({ ...series, atMost: 2, by })).toMatchObject({ value: 13, floor: 11 })
})

test('every series is kept with its median, minimum and maximum', () => {
  const { samples } = compared({ ...series, atMost: 2, beside: { play: [5, 3], none: [] } })
  expect(samples).toEqual({
    value: { median: 12, min: 11, max: 13, all: [11, 12, 13] },
    floor: { median: 10, min: 9, max: 11, all: [9, 10, 11] },
    play: { median: 4, min: 3, max: 5, all: [5, 3] },
  })
})

test('a figure that stands alone has no floor and no ratio', () => {
  expect(stated({ unit: 'MB', value: 4.18567 })).toMatchObject({
    value: 4.186,
    floor: null,
    ratio: null,
    wanted: 'stated',
    holds: true,
  })
})

test('what could not be measured holds nothing, and says why', () => {
  expect(notMeasured('seek', 'no sound')).toMatchObject({
    name: 'seek',
    value: null,
    wanted: 'could not be measured: no sound',
    holds: false,
  })
})
