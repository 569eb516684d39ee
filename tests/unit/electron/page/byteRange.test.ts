import { expect, test } from 'vitest'
import { parseRange, type RangeAnswer } from '../../../../electron/page/byteRange'

const FULL: RangeAnswer = { kind: 'full' }
const NONE: RangeAnswer = { kind: 'unsatisfiable' }
const part = (first: number, last: number): RangeAnswer => ({ kind: 'part', first, last })

test.each<[header: string | null, size: number, answer: RangeAnswer]>([
  // no range, or nothing that is one: the whole file
  [null, 1000, FULL],
  ['', 1000, FULL],
  ['bytes', 1000, FULL],
  ['bytes=', 1000, FULL],
  ['bytes=-', 1000, FULL],
  ['bytes=a-b', 1000, FULL],
  ['bytes=1-2-3', 1000, FULL],
  ['bytes=--5', 1000, FULL],
  ['bytes=1.5-2', 1000, FULL],
  ['bytes=0x1-2', 1000, FULL],
  ['items=0-5', 1000, FULL],
  ['bytes=500-200', 1000, FULL],
  ['bytes=0-1,5-6', 1000, FULL],
  // both ends
  ['bytes=0-0', 1000, part(0, 0)],
  ['bytes=0-999', 1000, part(0, 999)],
  ['bytes=200-499', 1000, part(200, 499)],
  ['bytes=999-999', 1000, part(999, 999)],
  ['BYTES=1-2', 1000, part(1, 2)],
  ['  bytes=1-2 ', 1000, part(1, 2)],
  // an end beyond the file
  ['bytes=200-5000', 1000, part(200, 999)],
  ['bytes=200-99999999999999999999999', 1000, part(200, 999)],
  // open
  ['bytes=0-', 1000, part(0, 999)],
  ['bytes=999-', 1000, part(999, 999)],
  // the last so many
  ['bytes=-1', 1000, part(999, 999)],
  ['bytes=-300', 1000, part(700, 999)],
  ['bytes=-1000', 1000, part(0, 999)],
  ['bytes=-5000', 1000, part(0, 999)],
  // outside of the file
  ['bytes=1000-', 1000, NONE],
  ['bytes=1000-1001', 1000, NONE],
  ['bytes=99999999999999999999999-', 1000, NONE],
  ['bytes=-0', 1000, NONE],
  // nothing can be within an empty file
  [null, 0, FULL],
  ['bytes=0-', 0, NONE],
  ['bytes=-5', 0, NONE],
])('%s of %i bytes', (header, size, answer) => {
  expect(parseRange(header, size)).toEqual(answer)
})
