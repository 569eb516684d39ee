import type { LevelFeed } from '../level/levelFeed'

/** Three frames of 20 ms make one bar of 3 px with its gap: a pixel for each frame, 50 a second. */
export const FRAMES_PER_BAR = 3
/** More than the widest screen shows. */
const CAPACITY = 1024

/**
 * The bars of the live wave: the loudest moment of each 60 ms, and whether it belongs to a take.
 * While frozen it lets frames pass by, so that after a pause the wave goes on where it stood.
 */
export class LiveBars {
  readonly #heights = new Float32Array(CAPACITY)
  readonly #kept = new Uint8Array(CAPACITY)
  #next = 0
  #frameCount = 0

  /** How many frames are in the wave. */
  get frameCount(): number {
    return this.#frameCount
  }

  /** The number of the oldest bar that can be read. */
  get first(): number {
    return Math.max(0, Math.ceil(this.#frameCount / FRAMES_PER_BAR) - CAPACITY)
  }

  amplitudeAt(bar: number): number {
    return this.#heights[bar % CAPACITY] ?? 0
  }

  isKeptAt(bar: number): boolean {
    return this.#kept[bar % CAPACITY] === 1
  }

  /** Takes in what came since the last call; while frozen, forgets it. */
  follow(levels: LevelFeed, isFrozen: boolean): void {
    if (!isFrozen) {
      for (let frame = Math.max(this.#next, levels.first); frame < levels.count; frame += 1) {
        this.#add(levels.amplitudeAt(frame), levels.isKeptAt(frame))
      }
    }
    this.#next = levels.count
  }

  #add(amplitude: number, isKept: boolean): void {
    const slot = Math.floor(this.#frameCount / FRAMES_PER_BAR) % CAPACITY
    if (this.#frameCount % FRAMES_PER_BAR === 0) {
      this.#heights[slot] = 0
      this.#kept[slot] = 0
    }
    this.#heights[slot] = Math.max(this.#heights[slot] ?? 0, amplitude)
    if (isKept) this.#kept[slot] = 1
    this.#frameCount += 1
  }
}
