import { expect, it } from 'vitest'
import { litSegments } from '../../../../renderer/level/paintMeter'

it('lights a segment of the meter for each 2 dB: what changes less cannot be seen', () => {
  expect([-60, -59, -58, -57, -6, -1, 0].map(litSegments)).toEqual([0, 1, 1, 2, 27, 30, 30])
})
