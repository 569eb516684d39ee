import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import type { LevelFrame } from '../../../../renderer/capture/levelFeed'
import { PEAKS_PER_SECOND } from '../../../../shared/peaks'

const QUANTUM = 128
const source = readFileSync(
  new URL('../../../../renderer/capture/levelWorklet.js', import.meta.url),
  'utf8',
)

interface Processor {
  process(inputs: Float32Array[][]): boolean
}

/** Loads the worklet the way the audio thread does: as a script with three globals. */
function load(sampleRate: number) {
  const posted: LevelFrame[] = []
  const registered = new Map<string, new () => Processor>()
  class AudioWorkletProcessor {
    readonly port = { postMessage: (frame: LevelFrame) => posted.push(frame) }
  }
  const registerProcessor = (name: string, processor: new () => Processor) =>
    registered.set(name, processor)
  runInNewContext(source, { AudioWorkletProcessor, registerProcessor, sampleRate })
  const Level = registered.get('level')
  if (!Level) throw new Error('The worklet registered nothing under the name "level"')
  return { processor: new Level(), posted }
}

function play(processor: Processor, samples: Float32Array): void {
  for (let at = 0; at < samples.length; at += QUANTUM) {
    processor.process([[samples.subarray(at, at + QUANTUM)]])
  }
}

describe('the level worklet', () => {
  it.each([48_000, 44_100])('posts as many frames a second as peaks need, at %d Hz', (rate) => {
    const { processor, posted } = load(rate)
    play(processor, new Float32Array(rate))
    expect(posted).toHaveLength(PEAKS_PER_SECOND)
    expect(posted.reduce((sum, { frames }) => sum + frames, 0)).toBe(rate)
  })

  it('measures the lowest, the highest and the mean loudness of each 20 ms', () => {
    const { processor, posted } = load(48_000)
    const samples = Float32Array.from({ length: 1920 }, (_, index) =>
      index < 960 ? 0.5 * Math.sin((2 * Math.PI * index) / 96) : -0.25,
    )
    play(processor, samples)
    expect(posted[0]?.lowest).toBeCloseTo(-0.5)
    expect(posted[0]?.highest).toBeCloseTo(0.5)
    expect(posted[0]?.rms).toBeCloseTo(0.5 / Math.SQRT2)
    expect(posted[1]).toEqual({
      lowest: -0.25,
      highest: -0.25,
      rms: 0.25,
      clippedCount: 0,
      frames: 960,
    })
  })

  it('counts samples at full scale', () => {
    const { processor, posted } = load(48_000)
    const samples = new Float32Array(960)
    samples.set([1, -1, 0.9999, 0.99, 1.5])
    play(processor, samples)
    expect(posted[0]?.clippedCount).toBe(4)
  })

  it('takes a missing input for missing data, not for silence', () => {
    const { processor, posted } = load(48_000)
    for (let quantum = 0; quantum < 20; quantum += 1) processor.process([[]])
    expect(posted).toEqual([])
  })
})
