import { CHUNK_SAMPLES, SAMPLE_RATE_HZ, type SileroNetwork } from '../silero/network'
import { Series } from '../signal/series'

export const CHUNK_MS = (CHUNK_SAMPLES / SAMPLE_RATE_HZ) * 1000

/** How likely it is that somebody speaks, for each 32 ms of sound at 16 kHz. */
export class SpeechProbability {
  readonly #network: SileroNetwork
  readonly #probabilities = new Series()
  readonly #chunk = new Float32Array(CHUNK_SAMPLES)
  #filled = 0

  constructor(network: SileroNetwork) {
    this.#network = network
  }

  process(samples: Float32Array): void {
    for (let start = 0; start < samples.length;) {
      const part = samples.subarray(start, start + CHUNK_SAMPLES - this.#filled)
      this.#chunk.set(part, this.#filled)
      this.#filled += part.length
      start += part.length
      if (this.#filled === CHUNK_SAMPLES) this.#decide()
    }
  }

  /** Also of the last chunk, which may be filled up with silence. */
  all(): Float32Array {
    if (this.#filled > 0) {
      this.#chunk.fill(0, this.#filled)
      this.#decide()
    }
    return this.#probabilities.all()
  }

  #decide(): void {
    this.#filled = 0
    this.#probabilities.add(this.#network.probability(this.#chunk))
  }
}
