/** A microphone that is too loud makes flat tops; a single sample at full scale is only a loud one. */
const SHORTEST_RUN = 3

/**
 * Counts clipped samples: those in a run of at least three that all are at full scale and of the
 * same sign, in each channel by itself.
 */
export class ClippingCounter {
  readonly #fullScale: number
  readonly #runs: { sign: number; length: number }[]
  #clipped = 0

  constructor(channelCount: number, fullScale: number) {
    this.#fullScale = fullScale
    this.#runs = Array.from({ length: channelCount }, () => ({ sign: 0, length: 0 }))
  }

  get clippedSamples(): number {
    return this.#clipped
  }

  process(channels: readonly Float32Array[]): void {
    channels.forEach((channel, index) => {
      const run = this.#runs[index]
      if (run) for (const sample of channel) this.#count(run, sample)
    })
  }

  #count(run: { sign: number; length: number }, sample: number): void {
    const sign = sample >= this.#fullScale ? 1 : sample <= -this.#fullScale ? -1 : 0
    if (sign === 0) {
      run.length = 0
      return
    }
    run.length = sign === run.sign ? run.length + 1 : 1
    run.sign = sign
    if (run.length === SHORTEST_RUN) this.#clipped += SHORTEST_RUN
    else if (run.length > SHORTEST_RUN) this.#clipped += 1
  }
}
