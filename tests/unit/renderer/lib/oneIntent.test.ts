import { expect, it } from 'vitest'
import { OneIntent } from '../../../../renderer/lib/oneIntent'

it('lets one of two presses through, and the next one after half a second', () => {
  const intent = new OneIntent()
  expect([0, 30, 120, 450, 499].map((atMs) => intent.isNew(atMs))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
  expect(intent.isNew(500)).toBe(true)
})

it('goes by what the system calls a double click for the mouse, by time for Enter', () => {
  const intent = new OneIntent()
  const press = (timeStamp: number, detail: number) => intent.isNewPress({ timeStamp, detail })
  expect(press(0, 1)).toBe(true)
  expect(press(90, 1)).toBe(true)
  expect(press(180, 2)).toBe(false)
  expect(press(200, 0)).toBe(true)
  expect(press(300, 0)).toBe(false)
})
