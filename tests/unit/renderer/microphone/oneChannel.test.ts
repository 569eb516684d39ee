import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Sound } from '../../../../renderer/level/levelMeasure'
import { OneChannel } from '../../../../renderer/microphone/oneChannel'

interface Written {
  data: Float32Array
  timestamp: number
  numberOfChannels: number
}

const written: Written[] = []
const stop = vi.fn()

beforeEach(() => {
  written.length = 0
  vi.stubGlobal(
    'MediaStreamTrackGenerator',
    vi.fn(function generator() {
      return {
        stop,
        writable: new WritableStream<Written>({ write: (piece) => void written.push(piece) }),
      }
    }),
  )
  vi.stubGlobal('MediaStream', vi.fn())
  vi.stubGlobal(
    'AudioData',
    vi.fn(function audioData(init: Written) {
      return init
    }),
  )
})

afterEach(() => vi.unstubAllGlobals())

/** 10 ms at 48 kHz, each channel at one level. */
function sound(timestamp: number, ...levels: number[]): Sound {
  return {
    sampleRate: 48_000,
    numberOfFrames: 480,
    numberOfChannels: levels.length,
    timestamp,
    copyTo: (to, { planeIndex }) => void to.fill(levels[planeIndex]!),
  }
}

it('has the samples of the channel that was asked for, as they are', async () => {
  const one = new OneChannel()
  one.push(sound(10_000, 0.25, 0.5), 1)
  one.push(sound(20_000, 0.25, 0.5), 1)
  await vi.waitFor(() => expect(written).toHaveLength(2))
  expect(written.map(({ timestamp }) => timestamp)).toEqual([10_000, 20_000])
  for (const { data, numberOfChannels } of written) {
    expect(numberOfChannels).toBe(1)
    expect(new Set(data)).toEqual(new Set([0.5]))
  }
})

it('changes over to another channel without a jump', async () => {
  const one = new OneChannel()
  one.push(sound(0, 0.25, 0.75), 0)
  one.push(sound(10_000, 0.25, 0.75), 1)
  one.push(sound(20_000, 0.25, 0.75), 1)
  await vi.waitFor(() => expect(written).toHaveLength(3))
  const all = written.flatMap(({ data }) => [...data])
  const steps = all.slice(1).map((sample, index) => Math.abs(sample - all[index]!))
  expect(Math.max(...steps)).toBeLessThan(0.01)
  expect([all[0], all.at(-1)]).toEqual([0.25, 0.75])
})

it('ends as a device does that is pulled out', () => {
  new OneChannel().dispose()
  expect(stop).toHaveBeenCalledOnce()
})
