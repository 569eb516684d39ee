import { expect, it } from 'vitest'
import { pauseNear } from '../../../../renderer/measures/useHoveredPause'

const FIRST = { startMs: 1000, endMs: 2000 }
const SECOND = { startMs: 2300, endMs: 2600 }

it.each([
  { atMs: 1500, found: FIRST },
  { atMs: 2100, found: FIRST },
  { atMs: 2200, found: SECOND },
  { atMs: 900, found: FIRST },
  { atMs: 800, found: null },
  { atMs: 9000, found: null },
])('at $atMs ms the mouse is on the nearest pause within reach', ({ atMs, found }) => {
  expect(pauseNear([FIRST, SECOND], atMs, 150)).toEqual(found)
})

it('there may be no pause', () => {
  expect(pauseNear([], 100, 150)).toBeNull()
})
