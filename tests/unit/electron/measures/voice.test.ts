import { expect, test } from 'vitest'
import { withoutClicks } from '../../../../electron/measures/voice/clicks'
import { withEdges } from '../../../../electron/measures/voice/edges'
import { FramePower } from '../../../../electron/measures/signal/framePower'
import { heardSpans } from '../../../../electron/measures/voice/heardSpans'
import { noiseDb } from '../../../../electron/measures/voice/noise'
import { Resampler } from '../../../../electron/measures/signal/resampler'
import { speechSpans } from '../../../../electron/measures/voice/speechSpans'
import { countSyllables } from '../../../../electron/measures/voice/syllables'
import { VoiceChannel } from '../../../../electron/measures/voice/voiceChannel'

/** Levels of frames: so many of one level, then so many of the next. */
function levels(...parts: [count: number, level: number][]): Float32Array {
  return Float32Array.from(parts.flatMap(([count, level]) => Array<number>(count).fill(level)))
}

const power = (db: number): number => 10 ** (db / 10)

test('clicks are taken away, and edges stay where they are', () => {
  const quiet = levels([10, -90], [20, -20], [10, -90])
  expect(withoutClicks(quiet)).toEqual(quiet)
  expect(withoutClicks(levels([10, -90], [3, -20], [10, -90]))).toEqual(levels([23, -90]))
})

test('speech is what the network is sure of, or believes for long enough', () => {
  const chunks = Float32Array.of(0, 0.6, 0.2, 0, 0.9, 0.1, 0, 0.6, 0.4, 0.6, 0.3)
  expect(heardSpans(chunks, 1000)).toEqual([
    { start: 13, end: 16 },
    { start: 22, end: 32 },
  ])
})

test('an edge is where the level says, near to what was heard', () => {
  const take = levels([100, -90], [100, -20], [100, -90])
  expect(withEdges(take, [{ start: 108, end: 210 }])).toEqual([{ start: 100, end: 200 }])
})

test('a noise that begins when speech is about to end is none of it', () => {
  const take = levels([50, -90], [100, -20], [5, -90], [60, -30], [100, -90])
  expect(withEdges(take, [{ start: 55, end: 160 }])).toEqual([{ start: 50, end: 150 }])
})

test('a pause whose edges lie within frames still has its least length', () => {
  const take = levels([20, -90], [100, -20], [23, -90], [100, -20], [20, -90]).map(power)
  const sure = new Float32Array(80).fill(1)
  const [first, second] = speechSpans(take, sure)
  expect(first).toEqual({ startMs: 200, endMs: 1190 })
  expect(second).toEqual({ startMs: 1440, endMs: 2430 })
})

test('noise is measured away from speech, and a digital silence has a level too', () => {
  const take = levels([100, -60], [100, -20], [100, -60]).map(power)
  const speech = [{ startMs: 1000, endMs: 2000 }]
  expect(noiseDb(take, speech)).toBeCloseTo(-60, 3)
  expect(noiseDb(new Float32Array(100), [])).toBe(-120)
  expect(noiseDb(new Float32Array(0), [])).toBe(-120)
})

test('where everybody speaks all the time, the quietest moments are the noise', () => {
  const take = levels([10, -55], [90, -20]).map(power)
  expect(noiseDb(take, [{ startMs: 0, endMs: 1000 }])).toBeCloseTo(-55, 3)
})

test('syllables are peaks with a dip between them', () => {
  const syllable: [number, number][] = [
    [12, -20],
    [8, -35],
  ]
  const take = levels(...Array.from({ length: 7 }, () => syllable).flat()).map(power)
  expect(countSyllables(take, [{ startMs: 0, endMs: 1400 }])).toBe(7)
})

test('the voice is in the loudest channel', () => {
  const [loud, quiet] = [new Float32Array(480).fill(0.5), new Float32Array(480).fill(0.1)]
  const channel = new VoiceChannel(2)
  expect(channel.of([quiet, loud])).toBe(loud)
  expect(channel.of([loud, quiet])).toBe(quiet) // no channel takes over for one moment
})

test('frames last 10 ms on average where a rate is no multiple of 100', () => {
  const frames = new FramePower(22_050)
  frames.process(new Float32Array(22_050).fill(0.5))
  expect(frames.all()).toEqual(new Float32Array(100).fill(0.25))
})

test.each([8000, 22_050, 44_100, 48_000, 96_000])(
  'a tone at %i Hz is the same tone at 16 kHz, at the same time',
  (rateHz) => {
    const tone = (hz: number) => (_: unknown, at: number) => Math.sin((2 * Math.PI * 440 * at) / hz)
    const resampler = new Resampler(rateHz, 16_000)
    const source = Float32Array.from({ length: rateHz }, tone(rateHz))
    const pieces = [0, 0.1, 0.37].map((start, index, starts) =>
      resampler.process(source.subarray(start * rateHz, (starts[index + 1] ?? 1) * rateHz)).slice(),
    )
    const result = Float32Array.from(pieces.flatMap((piece) => [...piece]))
    expect(result.length).toBeGreaterThan(15_900)
    const expected = Float32Array.from({ length: result.length }, tone(16_000))
    const worst = result.slice(200, 15_800).reduce((most, sample, index) => {
      return Math.max(most, Math.abs(sample - expected[index + 200]!))
    }, 0)
    expect(worst).toBeLessThan(0.01)
  },
)
