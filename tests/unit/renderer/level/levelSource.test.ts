import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LevelFrame } from '../../../../renderer/level/levelFeed'
import { followLevels } from '../../../../renderer/level/levelSource'
import { Scope } from '../../../../renderer/lib/scope'
import { FakeTrackProcessor } from '../capture/fakeAudio'
import { FakeStream, FRAME } from '../capture/fakes'

let batches: (readonly LevelFrame[])[] = []
let scope = new Scope()

beforeEach(() => {
  // setImmediate stays real: what waits for nothing but its turn needs it.
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  })
  vi.stubGlobal('MediaStreamTrackProcessor', FakeTrackProcessor)
  batches = []
  scope = new Scope()
  const track = new FakeStream('Desk') as unknown as MediaStreamTrack
  followLevels(track, { onFrames: (frames) => batches.push(frames) }, scope)
})

afterEach(() => {
  scope.dispose()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const passed = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** Sound comes as from a device, a piece of 20 ms every 20 ms. */
async function soundFor(ms: number): Promise<void> {
  for (let at = 0; at < ms; at += 20) {
    await passed(20)
    FakeTrackProcessor.last.post(FRAME)
    await passed(0)
  }
}

describe('how the level is read', () => {
  it('takes in all that has come, about 17 times a second', async () => {
    await soundFor(2000)
    expect(batches.length).toBeGreaterThan(28)
    expect(batches.length).toBeLessThan(36)
    expect(batches.flat().length).toBeGreaterThanOrEqual(97)
    expect(batches.flat().every(({ highest }) => highest === 0.5)).toBe(true)
  })

  it('loses nothing when the page was held up', async () => {
    await soundFor(100)
    FakeTrackProcessor.last.post(FRAME, 500)
    await soundFor(200)
    expect(batches.flat().length).toBeGreaterThanOrEqual(500 + 300 / 20 - 3)
  })

  it('gives frames without sound while nothing comes', async () => {
    await soundFor(100)
    batches = []
    await passed(3000)
    const frames = batches.flat()
    expect(frames.length).toBeGreaterThan(2400 / 20)
    expect(frames.length).toBeLessThanOrEqual(3000 / 20)
    expect(frames.every((frame) => frame.frames === 0)).toBe(true)
    await soundFor(100)
    expect(batches.at(-1)?.at(-1)?.highest).toBe(0.5)
  })

  it('ends with its scope', async () => {
    scope.dispose()
    expect(FakeTrackProcessor.last.isCancelled).toBe(true)
    await passed(2000)
    expect(batches).toEqual([])
  })
})
