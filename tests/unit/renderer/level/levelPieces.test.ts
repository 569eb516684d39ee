import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LevelFrame } from '../../../../renderer/level/levelFeed'
import { followLevels } from '../../../../renderer/level/levelSource'
import { Scope } from '../../../../renderer/lib/scope'
import { FakeTrackProcessor } from '../capture/fakeAudio'
import { FakeStream } from '../capture/fakes'

/* Systems cut sound into pieces as they like: macOS into 128 samples, others into up to 200 ms. */

const PIECES_MS = [1, 2, 128 / 48, 5, 10, 1024 / 44.1, 50, 100, 200]
const RATES_HZ = [8000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000]
const LISTENED_MS = 1200
/** A meter that is drawn less often looks broken, and so does one that is this late. */
const SEEN_WITHIN_MS = 100

interface Given {
  atMs: number
  frames: readonly LevelFrame[]
}

let given: Given[] = []
let scope = new Scope()

beforeEach(() => {
  // setImmediate stays real: what waits for nothing but its turn needs it.
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  })
  vi.stubGlobal('MediaStreamTrackProcessor', FakeTrackProcessor)
  given = []
  scope = new Scope()
  const onFrames = (frames: readonly LevelFrame[]) =>
    given.push({ atMs: performance.now(), frames })
  followLevels(new FakeStream('Desk') as unknown as MediaStreamTrack, { onFrames }, scope)
})

afterEach(() => {
  scope.dispose()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Sound at half of full scale, cut into pieces of one length, as long as the clock goes on. */
async function soundFor(durationMs: number, sampleRate: number, pieceMs: number): Promise<void> {
  const piece = new Float32Array(Math.max(1, Math.round((sampleRate * pieceMs) / 1000))).fill(0.5)
  let deliveredSamples = 0
  for (let ranMs = 1; ranMs <= durationMs; ranMs += 1) {
    await vi.advanceTimersByTimeAsync(1)
    const dueSamples = (ranMs * sampleRate) / 1000
    for (; deliveredSamples + piece.length <= dueSamples; deliveredSamples += piece.length) {
      FakeTrackProcessor.last.deliver(sampleRate, piece)
    }
  }
}

describe.each(PIECES_MS)('sound in pieces of %d ms', (pieceMs) => {
  it.each(RATES_HZ)('is heard whole and in time, at %d Hz', async (rateHz) => {
    await soundFor(LISTENED_MS, rateHz, pieceMs)
    const frames = given.flatMap((each) => each.frames)
    expect(frames.length * 20).toBeGreaterThanOrEqual(LISTENED_MS - pieceMs - SEEN_WITHIN_MS)
    expect(frames.length * 20).toBeLessThanOrEqual(LISTENED_MS)
    for (const { rms, frames: heard } of frames) {
      expect(heard).toBeGreaterThan(0)
      expect(rms).toBeCloseTo(0.5)
    }
    const gaps = given.slice(1).map(({ atMs }, index) => atMs - given[index]!.atMs)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(pieceMs + SEEN_WITHIN_MS)
    // To wake up for each piece would cost more than everything else.
    expect(given.length).toBeLessThanOrEqual((LISTENED_MS / 1000) * 20)
  })
})

it('is given away bit by bit where the machine is so busy that some always waits', async () => {
  for (let count = 0; count < 1000; count += 1) {
    FakeTrackProcessor.last.deliver(48_000, new Float32Array(48).fill(0.5))
  }
  // To read a piece of 1 ms takes 1 ms here, so the reader never comes to a piece that it awaits.
  const now = vi.spyOn(performance, 'now')
  let nowMs = performance.now()
  now.mockImplementation(() => (nowMs += 0.45))
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  expect(given.flatMap((each) => each.frames).length).toBeGreaterThan(40)
  expect(given.length).toBeGreaterThan(2)
})
