import { describe, expect, it } from 'vitest'
import { LevelMeasure, type Sound } from '../../../../renderer/level/levelMeasure'
import { PEAKS_PER_SECOND } from '../../../../shared/peaks'

/** A piece of sound as Chromium gives it, one array for each channel. */
function soundOf(sampleRate: number, ...channels: Float32Array[]): Sound {
  return {
    sampleRate,
    numberOfFrames: channels[0]!.length,
    numberOfChannels: channels.length,
    timestamp: 0,
    copyTo: (to, { planeIndex }) => to.set(channels[planeIndex]!),
  }
}

/** Pushes these samples in pieces of 10 ms. */
function measured(sampleRate: number, samples: Float32Array) {
  const measure = new LevelMeasure()
  const length = Math.round(sampleRate / 100)
  for (let at = 0; at < samples.length; at += length) {
    measure.push(soundOf(sampleRate, samples.slice(at, at + length)))
  }
  return measure.take()
}

describe('the measure of the level', () => {
  it.each([48_000, 44_100, 11_025, 8000])(
    'makes as many frames a second as peaks need, at %d Hz',
    (rate) => {
      const frames = measured(rate, new Float32Array(10 * rate))
      expect(frames).toHaveLength(10 * PEAKS_PER_SECOND)
      expect(frames.reduce((sum, each) => sum + each.frames, 0)).toBe(10 * rate)
    },
  )

  it('measures the lowest, the highest and the mean loudness of each 20 ms', () => {
    const samples = Float32Array.from({ length: 1920 }, (_, index) =>
      index < 960 ? 0.5 * Math.sin((2 * Math.PI * index) / 96) : -0.25,
    )
    const [sine, level] = measured(48_000, samples)
    expect(sine?.lowest).toBeCloseTo(-0.5)
    expect(sine?.highest).toBeCloseTo(0.5)
    expect(sine?.rms).toBeCloseTo(0.5 / Math.SQRT2)
    expect(level).toEqual({
      lowest: -0.25,
      highest: -0.25,
      rms: 0.25,
      clippedCount: 0,
      frames: 960,
    })
  })

  it('counts samples at full scale', () => {
    const samples = new Float32Array(960)
    samples.set([1, -1, 0.9999, 0.99, 1.5])
    expect(measured(48_000, samples)[0]?.clippedCount).toBe(4)
  })

  it('is that of the loudest channel, with what is cut off in any of them', () => {
    const measure = new LevelMeasure()
    const quiet = new Float32Array(960).fill(0.1)
    quiet.set([1, 1, 1])
    measure.push(soundOf(48_000, new Float32Array(960).fill(0.5), quiet))
    const [frame] = measure.take()
    expect(frame).toMatchObject({ lowest: 0.5, highest: 0.5, rms: 0.5, clippedCount: 3 })
  })

  it('goes on when the number of channels changes', () => {
    const measure = new LevelMeasure()
    const half = new Float32Array(960).fill(0.5)
    measure.push(soundOf(48_000, half))
    measure.push(soundOf(48_000, new Float32Array(960), half))
    measure.push(soundOf(48_000, half))
    expect(measure.take().map(({ rms }) => rms)).toEqual([0.5, 0.5, 0.5])
  })

  it('gives each frame away once, and only when it is whole', () => {
    const measure = new LevelMeasure()
    const tenMs = soundOf(48_000, new Float32Array(480))
    measure.push(tenMs)
    expect(measure.take()).toEqual([])
    measure.push(tenMs)
    expect(measure.take()).toHaveLength(1)
    expect(measure.take()).toEqual([])
  })
})
