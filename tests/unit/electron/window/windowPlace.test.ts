import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fitTo, readPlace, savePlace } from '../../../../electron/window/windowPlace'
import { temporaryFolder } from '../store/fixture'

const LAPTOP = { x: 0, y: 0, width: 1440, height: 875 }
const DESK = { x: 1440, y: -200, width: 2560, height: 1400 }
const HALF = { x: 100, y: 80, width: 900, height: 700 }

test('what was saved is read again', () => {
  const file = join(temporaryFolder(), 'window.json')
  savePlace(file, { bounds: HALF, isMaximized: true })
  expect(readPlace(file, [LAPTOP])).toEqual({ bounds: HALF, isMaximized: true })
})

test.each(['', 'null', '{', '[]', '{"bounds":{"x":1}}', '{"bounds":7,"isMaximized":false}'])(
  'a broken file is none: %j',
  (text) => {
    const file = join(temporaryFolder(), 'window.json')
    expect(readPlace(file, [LAPTOP])).toBeNull()
    writeFileSync(file, text)
    expect(readPlace(file, [LAPTOP])).toBeNull()
  },
)

test.each([
  ['fully on a screen', HALF, HALF],
  ['on the second screen', { ...HALF, x: 2000 }, { ...HALF, x: 2000 }],
  ['half off the left edge', { ...HALF, x: -400 }, { ...HALF, x: -400 }],
  ['off the left edge but for a sliver', { ...HALF, x: -850 }, null],
  ['on a screen that is gone', { ...HALF, x: 9000 }, null],
  ['with its title bar above the screen', { ...HALF, y: -60 }, null],
  [
    'larger than the screen',
    { ...HALF, width: 9000, height: 9000 },
    { ...HALF, width: 2560, height: 1400 },
  ],
  ['too small to use', { ...HALF, width: 100, height: 90 }, null],
])('a window %s', (_what, bounds, expected) => {
  expect(fitTo([LAPTOP, DESK], bounds)).toEqual(expected)
})
