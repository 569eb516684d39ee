import { Series } from './series'

/** The moments that everything about speech is measured in. */
export const FRAME_MS = 10
const FRAMES_PER_SECOND = 1000 / FRAME_MS

/** The mean square of each 10 ms of a signal. */
export class FramePower {
  readonly #powers = new Series()
  readonly #sampleRateHz: number
  #frame = 0
  #sum = 0
  #count = 0
  #wanted: number

  constructor(sampleRateHz: number) {
    this.#sampleRateHz = sampleRateHz
    this.#wanted = this.#samplesIn(0)
  }

  process(samples: Float32Array): void {
    for (const sample of samples) {
      this.#sum += sample * sample
      this.#count += 1
      if (this.#count === this.#wanted) this.#endFrame()
    }
  }

  all(): Float32Array {
    return this.#powers.all()
  }

  #endFrame(): void {
    this.#powers.add(this.#sum / this.#count)
    this.#frame += 1
    this.#sum = 0
    this.#count = 0
    this.#wanted = this.#samplesIn(this.#frame)
  }

  /** Not the same in each frame where a rate is no multiple of 100, as 22,050 Hz. */
  #samplesIn(frame: number): number {
    const end = Math.round(((frame + 1) * this.#sampleRateHz) / FRAMES_PER_SECOND)
    return end - Math.round((frame * this.#sampleRateHz) / FRAMES_PER_SECOND)
  }
}
