import { expect, it } from 'vitest'
import { diskRoomWords } from '../../../../../renderer/session/deck/diskRoomWords'

const MINUTE_MS = 60_000

it.each([
  [Number.POSITIVE_INFINITY, null],
  [15 * MINUTE_MS, null],
  [15 * MINUTE_MS - 1, 'Room for about 10 minutes of recording on this disk.'],
  [5 * MINUTE_MS, 'Room for about 5 minutes of recording on this disk.'],
  [4.9 * MINUTE_MS, 'Room for about 4 minutes of recording on this disk.'],
  [MINUTE_MS, 'Room for about 1 minute of recording on this disk.'],
  [MINUTE_MS - 1, 'Room for less than a minute of recording on this disk.'],
  [20_000, 'Room for less than a minute of recording on this disk.'],
  [19_999, 'The disk is full: free some space to record.'],
  [0, 'The disk is full: free some space to record.'],
])('says of room for %d ms: %s', (recordableMs, words) => {
  expect(diskRoomWords(recordableMs)).toBe(words)
})
