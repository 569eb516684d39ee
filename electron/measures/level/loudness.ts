import { Biquad, type Coefficients } from './biquad'

/*
 * Loudness as Recommendation ITU-R BS.1770-4 (2015) defines it, annex 1: two filters ("K-weighting",
 * tables 1 and 2), the mean square of blocks of 400 ms that overlap by 75 %, a gate at -70 LUFS and
 * one 10 LU below what passes that. Mono and stereo only, where every channel counts alike.
 *
 * The Recommendation gives its filters for 48 kHz. For other rates they are made from the analogue
 * filters that they were made from, whose figures Brecht De Man worked out ("Evaluation of
 * implementations of the EBU R128 loudness measurement", AES 145th Convention, 2018).
 */

const SHELF = { frequencyHz: 1681.974450955533, gainDb: 3.999843853973347, q: 0.7071752369554196 }
const HIGH_PASS = { frequencyHz: 38.13547087602444, q: 0.5003270373238773 }

const STEP_MS = 100
const STEPS_IN_BLOCK = 4
const OFFSET_LUFS = -0.691
const ABSOLUTE_GATE_LUFS = -70
const RELATIVE_GATE_LU = -10

export class LoudnessMeter {
  readonly #filters: readonly (readonly Biquad[])[]
  readonly #stepSamples: number
  /** The sum of squares of each step of 100 ms that is over. */
  readonly #steps: number[] = []
  #sum = 0
  #samplesInStep = 0
  #weighted = new Float64Array(0)

  constructor(channelCount: number, sampleRateHz: number) {
    this.#filters = Array.from({ length: channelCount }, () => [
      new Biquad(shelf(sampleRateHz)),
      new Biquad(weightingHighPass(sampleRateHz)),
    ])
    this.#stepSamples = Math.round((sampleRateHz * STEP_MS) / 1000)
  }

  process(channels: readonly Float32Array[]): void {
    const length = channels[0]?.length ?? 0
    for (let start = 0; start < length;) {
      const end = Math.min(length, start + this.#stepSamples - this.#samplesInStep)
      channels.forEach((channel, index) => this.#add(channel.subarray(start, end), index))
      this.#samplesInStep += end - start
      if (this.#samplesInStep === this.#stepSamples) this.#endStep()
      start = end
    }
  }

  /** Of everything so far, in LUFS; null for sound that is too short, or never above the gate. */
  integratedLufs(): number | null {
    const blocks = this.#steps
      .slice(STEPS_IN_BLOCK - 1)
      .map((_, index) => this.#meanSquare(index))
      .filter((meanSquare) => lufs(meanSquare) > ABSOLUTE_GATE_LUFS)
    if (blocks.length === 0) return null
    const gate = lufs(mean(blocks)) + RELATIVE_GATE_LU
    return lufs(mean(blocks.filter((meanSquare) => lufs(meanSquare) > gate)))
  }

  #add(samples: Float32Array, channel: number): void {
    if (this.#weighted.length < samples.length) this.#weighted = new Float64Array(samples.length)
    const weighted = this.#weighted.subarray(0, samples.length)
    weighted.set(samples)
    for (const filter of this.#filters[channel] ?? []) filter.process(weighted)
    let sum = 0
    for (let index = 0; index < weighted.length; index += 1) sum += weighted[index]! ** 2
    this.#sum += sum
  }

  #endStep(): void {
    this.#steps.push(this.#sum)
    this.#sum = 0
    this.#samplesInStep = 0
  }

  #meanSquare(block: number): number {
    const steps = this.#steps.slice(block, block + STEPS_IN_BLOCK)
    return steps.reduce((sum, step) => sum + step, 0) / (STEPS_IN_BLOCK * this.#stepSamples)
  }
}

function lufs(meanSquare: number): number {
  return OFFSET_LUFS + 10 * Math.log10(meanSquare)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function shelf(sampleRateHz: number): Coefficients {
  const k = Math.tan((Math.PI * SHELF.frequencyHz) / sampleRateHz)
  const high = 10 ** (SHELF.gainDb / 20)
  const band = high ** 0.4996667741545416
  const a0 = 1 + k / SHELF.q + k * k
  return {
    b0: (high + (band * k) / SHELF.q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / SHELF.q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / SHELF.q + k * k) / a0,
  }
}

function weightingHighPass(sampleRateHz: number): Coefficients {
  const k = Math.tan((Math.PI * HIGH_PASS.frequencyHz) / sampleRateHz)
  const a0 = 1 + k / HIGH_PASS.q + k * k
  return {
    b0: 1,
    b1: -2,
    b2: 1,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / HIGH_PASS.q + k * k) / a0,
  }
}
