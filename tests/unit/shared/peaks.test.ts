import { expect, test } from 'vitest'
import {
  BYTES_PER_PEAK,
  encodePeak,
  loudestOf,
  peaksDurationMs,
  PEAKS_PER_SECOND,
} from '../../../shared/peaks'

test.each([
  [0, 0, [0, 0]],
  [-1, 1, [-127, 127]],
  [-0.5, 0.25, [-63, 32]],
  [-7, 7, [-127, 127]],
])('the samples %d and %d become %j', (lowest, highest, bytes) => {
  const peak = encodePeak(lowest, highest)
  expect([...new Int8Array(peak)]).toEqual(bytes)
})

test('the length is that of the whole pairs', () => {
  const second = new Int8Array(PEAKS_PER_SECOND * BYTES_PER_PEAK)
  expect(peaksDurationMs(second)).toBe(1000)
  expect(peaksDurationMs(second.subarray(1))).toBe(980)
  expect(peaksDurationMs(new Int8Array())).toBe(0)
})

test('fewer amplitudes keep the loudest moment of each share', () => {
  const peaks = new Int8Array([0, 10, -127, 5, 0, 0, -20, 64])
  expect([...loudestOf(peaks, 2)]).toEqual([1, Math.fround(64 / 127)])
  expect([...loudestOf(peaks, 4)]).toEqual([10, 127, 0, 64].map((peak) => Math.fround(peak / 127)))
  expect([...loudestOf(peaks, 1)]).toEqual([1])
})

test('every pair is in exactly one share, also when the shares do not divide the take', () => {
  for (let pairs = 1; pairs <= 30; pairs += 1) {
    for (let loud = 0; loud < pairs; loud += 1) {
      const peaks = new Int8Array(pairs * BYTES_PER_PEAK)
      peaks[loud * BYTES_PER_PEAK + 1] = 127
      const heard = loudestOf(peaks, 7).filter((amplitude) => amplitude === 1).length
      // A take with fewer pairs than there are places repeats them.
      if (pairs >= 7) expect(heard, `${String(loud)} of ${String(pairs)}`).toBe(1)
      else expect(heard).toBeGreaterThanOrEqual(1)
    }
  }
})

test('a short take fills every place, an empty one is silence', () => {
  expect([...loudestOf(new Int8Array([0, 127]), 3)]).toEqual([1, 1, 1])
  expect([...loudestOf(new Int8Array(), 3)]).toEqual([0, 0, 0])
  expect(loudestOf(new Int8Array([0, 127]), 0)).toHaveLength(0)
})

test('an amplitude is never above 1, not even for the byte -128', () => {
  expect([...loudestOf(new Int8Array([-128, 0]), 1)]).toEqual([1])
})
