import { BYTES_PER_PEAK, encodePeak, PEAKS_PER_SECOND } from '../../shared/peaks'
import type { LevelFrame } from '../level/levelFeed'

/** A chunk comes 4 times a second; a minute of room is for a disk that is slow to answer. */
const INITIAL_PAIRS = 60 * PEAKS_PER_SECOND

/** The peaks of a running take: collects a pair per frame and gives them away with each chunk. */
export class PeakBuffer {
  #waiting = new Int8Array(INITIAL_PAIRS * BYTES_PER_PEAK)
  #length = 0
  #pairCount = 0

  /** How much sound was collected since the beginning, in milliseconds. */
  get durationMs(): number {
    return (this.#pairCount * 1000) / PEAKS_PER_SECOND
  }

  push(frame: LevelFrame): void {
    if (this.#length === this.#waiting.length) this.#grow()
    const [lowest, highest] = encodePeak(frame.lowest, frame.highest)
    this.#waiting[this.#length] = lowest
    this.#waiting[this.#length + 1] = highest
    this.#length += BYTES_PER_PEAK
    this.#pairCount += 1
  }

  /** Everything collected since the last call, as it goes to the disk. */
  take(): Uint8Array<ArrayBuffer> {
    const peaks = new Uint8Array(this.#waiting.slice(0, this.#length).buffer)
    this.#length = 0
    return peaks
  }

  #grow(): void {
    const larger = new Int8Array(this.#waiting.length * 2)
    larger.set(this.#waiting)
    this.#waiting = larger
  }
}
