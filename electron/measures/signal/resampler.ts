/*
 * Another sampling rate by a windowed sine cardinal, one filter for each phase between two samples.
 * The rates that sound cards have are small ratios of each other, so there are few phases.
 */

/** Zero crossings of the filter on each side: what is above the new limit goes down by 60 dB. */
const CROSSINGS = 12
/** How far up to the limit sound is let through. */
const PASS_BAND = 0.92

export class Resampler {
  readonly #up: number
  readonly #down: number
  readonly #taps: number
  readonly #filters: Float32Array[]
  /** What the next filters reach back to, and what came since. */
  #held: Float32Array
  #heldLength: number
  #results = new Float32Array(0)
  /** Of the next result: the first sample in `#held` that its filter wants, and its phase. */
  #at = 0
  #phase = 0

  constructor(fromHz: number, toHz: number) {
    const divisor = greatestCommonDivisor(fromHz, toHz)
    this.#up = toHz / divisor
    this.#down = fromHz / divisor
    const cutoff = (PASS_BAND * Math.min(1, toHz / fromHz)) / 2
    const reach = Math.ceil(CROSSINGS / 2 / cutoff)
    this.#taps = 2 * reach
    this.#filters = Array.from({ length: this.#up }, (_, phase) =>
      filter(this.#taps, phase / this.#up, cutoff),
    )
    // Silence before the first sample, so that the first result is about the first sample.
    this.#heldLength = reach - 1
    this.#held = new Float32Array(this.#heldLength)
  }

  /**
   * What these samples add; the last few results come with the samples after them. The results are
   * written over at the next call.
   */
  process(samples: Float32Array): Float32Array {
    this.#hold(samples)
    const room = this.#heldLength - this.#taps - this.#at
    const count = Math.max(0, Math.floor((room * this.#up - this.#phase) / this.#down) + 1)
    if (this.#results.length < count) this.#results = new Float32Array(2 * count)
    const results = this.#results.subarray(0, count)
    for (let index = 0; index < count; index += 1) {
      results[index] = this.#next()
    }
    return results
  }

  #next(): number {
    const weights = this.#filters[this.#phase]!
    const held = this.#held
    const start = this.#at
    let even = 0
    let odd = 0
    for (let tap = 0; tap < weights.length; tap += 2) {
      even += weights[tap]! * held[start + tap]!
      odd += weights[tap + 1]! * held[start + tap + 1]!
    }
    const phase = this.#phase + this.#down
    this.#at += Math.floor(phase / this.#up)
    this.#phase = phase % this.#up
    return even + odd
  }

  #hold(samples: Float32Array): void {
    const used = Math.min(this.#at, this.#heldLength)
    const kept = this.#held.subarray(used, this.#heldLength)
    this.#at -= used
    const length = kept.length + samples.length
    const held = length > this.#held.length ? new Float32Array(2 * length) : this.#held
    held.set(kept)
    held.set(samples, kept.length)
    this.#held = held
    this.#heldLength = length
  }
}

/** For the moment `phase` samples after the middle tap but one. */
function filter(taps: number, phase: number, cutoff: number): Float32Array {
  const middle = taps / 2 - 1 + phase
  const weights = Float32Array.from({ length: taps }, (_, tap) => {
    const distance = tap - middle
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / (taps / 2))
    const angle = 2 * Math.PI * cutoff * distance
    return window * (angle === 0 ? 1 : Math.sin(angle) / angle)
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
