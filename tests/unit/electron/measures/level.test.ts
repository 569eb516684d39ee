import { expect, test } from 'vitest'
import { Biquad, highPass } from '../../../../electron/measures/level/biquad'
import { ClippingCounter } from '../../../../electron/measures/level/clipping'
import { LoudnessMeter } from '../../../../electron/measures/level/loudness'

function sine(hertz: number, dbfs: number, seconds: number, rateHz: number): Float32Array {
  const peak = 10 ** (dbfs / 20)
  return Float32Array.from(
    { length: seconds * rateHz },
    (_, index) => peak * Math.sin((2 * Math.PI * hertz * index) / rateHz),
  )
}

function lufsOf(channels: readonly Float32Array[], rateHz: number): number | null {
  const meter = new LoudnessMeter(channels.length, rateHz)
  // In pieces that are no multiple of anything.
  for (let start = 0; start < (channels[0]?.length ?? 0); start += 997) {
    meter.process(channels.map((channel) => channel.subarray(start, start + 997)))
  }
  return meter.integratedLufs()
}

test.each([16_000, 22_050, 44_100, 48_000, 96_000])(
  'a sine of 997 Hz at full scale has -3.01 LUFS, as the Recommendation says, at %i Hz',
  (rateHz) => {
    expect(lufsOf([sine(997, 0, 3, rateHz)], rateHz)).toBeCloseTo(-3.01, 1)
  },
)

test('two channels are twice as loud as one of them and a silent one', () => {
  const [tone, nothing] = [sine(997, -23, 3, 48_000), new Float32Array(3 * 48_000)]
  expect(lufsOf([tone, tone], 48_000)).toBeCloseTo(-23, 1)
  expect(lufsOf([tone, nothing], 48_000)).toBeCloseTo(-26, 1)
})

test('what is 10 LU quieter than the rest does not count', () => {
  const parts = [sine(997, -20, 5, 48_000), sine(997, -60, 20, 48_000)]
  const sound = new Float32Array(25 * 48_000)
  sound.set(parts[0]!)
  sound.set(parts[1]!, parts[0]!.length)
  expect(lufsOf([sound], 48_000)).toBeCloseTo(-23, 0)
})

test('silence, and less than a block, have no loudness', () => {
  expect(lufsOf([new Float32Array(48_000)], 48_000)).toBeNull()
  expect(lufsOf([sine(997, -80, 2, 48_000)], 48_000)).toBeNull()
  expect(lufsOf([sine(997, -20, 0.3, 48_000)], 48_000)).toBeNull()
})

test('clipped samples are those in runs of three, each channel for itself', () => {
  const counter = new ClippingCounter(2, 0.99)
  counter.process([Float32Array.of(1, 1, 0.5, 1), Float32Array.of(-1, -1, -1, 1)])
  expect(counter.clippedSamples).toBe(3)
  counter.process([Float32Array.of(1, 1, 1, 0), Float32Array.of(1, 0, 0, 0)])
  expect(counter.clippedSamples).toBe(3 + 4)
})

test('an offset that was always there makes no thump', () => {
  const filter = new Biquad(highPass(10, 48_000))
  filter.settle(0.3)
  const samples = new Float32Array(4800).fill(0.3)
  filter.process(samples)
  expect(Math.max(...samples.map(Math.abs))).toBeLessThan(1e-5)
})
