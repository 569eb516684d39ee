/** A filter of the second order: what it lets through depends on two samples before. */
export interface Coefficients {
  b0: number
  b1: number
  b2: number
  a1: number
  a2: number
}

/** Filters in place and remembers where it was. */
export class Biquad {
  readonly #coefficients: Coefficients
  #first = 0
  #second = 0

  constructor(coefficients: Coefficients) {
    this.#coefficients = coefficients
  }

  /** As if the signal had always had this value. Only for filters that let no constant through. */
  settle(value: number): void {
    const { b0, b2 } = this.#coefficients
    this.#first = -b0 * value
    this.#second = b2 * value
  }

  process(samples: Float32Array | Float64Array): void {
    const { b0, b1, b2, a1, a2 } = this.#coefficients
    let first = this.#first
    let second = this.#second
    for (let index = 0; index < samples.length; index += 1) {
      const input = samples[index]!
      const output = b0 * input + first
      first = b1 * input - a1 * output + second
      second = b2 * input - a2 * output
      samples[index] = output
    }
    this.#first = first
    this.#second = second
  }
}

/** A Butterworth filter that takes away what is below a frequency. */
export function highPass(frequencyHz: number, sampleRateHz: number): Coefficients {
  return secondOrder(frequencyHz, sampleRateHz, (k) => ({ b0: 1, b1: -2, b2: 1, k }))
}

/** A Butterworth filter that takes away what is above a frequency. */
export function lowPass(frequencyHz: number, sampleRateHz: number): Coefficients {
  return secondOrder(frequencyHz, sampleRateHz, (k) => ({ b0: k * k, b1: 2 * k * k, b2: k * k, k }))
}

function secondOrder(
  frequencyHz: number,
  sampleRateHz: number,
  shape: (k: number) => { b0: number; b1: number; b2: number; k: number },
): Coefficients {
  const { b0, b1, b2, k } = shape(Math.tan((Math.PI * frequencyHz) / sampleRateHz))
  const a0 = 1 + Math.SQRT2 * k + k * k
  return {
    b0: b0 / a0,
    b1: b1 / a0,
    b2: b2 / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - Math.SQRT2 * k + k * k) / a0,
  }
}
