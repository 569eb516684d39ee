import type { MissingData } from './machine'

/** Nothing for this long is a fault: frames come every 20 ms and chunks every 250 ms. */
export const MISSING_AFTER_MS = 3000
const LOOK_EVERY_MS = 500

/**
 * Watches the data of a running take, not what the system says of it: a source that was suspended
 * or unplugged can stay "recording" for ever without a sound.
 */
export class Watchdog {
  readonly #timer: ReturnType<typeof setInterval>
  readonly #onChange: (missing: MissingData | null) => void
  #missing: MissingData | null = null
  #lastFrameAtMs = performance.now()
  #lastChunkAtMs = performance.now()
  #isPaused = false

  constructor(onChange: (missing: MissingData | null) => void) {
    this.#onChange = onChange
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS)
  }

  sawFrame(): void {
    this.#lastFrameAtMs = performance.now()
  }

  sawChunk(): void {
    this.#lastChunkAtMs = performance.now()
  }

  /** While paused nothing is due; after it everything is due anew. */
  setPaused(isPaused: boolean): void {
    this.#isPaused = isPaused
    this.sawFrame()
    this.sawChunk()
  }

  dispose(): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    const missing = this.#isPaused ? null : this.#missingAt(performance.now())
    if (missing === this.#missing) return
    this.#missing = missing
    this.#onChange(missing)
  }

  #missingAt(nowMs: number): MissingData | null {
    if (nowMs - this.#lastFrameAtMs >= MISSING_AFTER_MS) return 'sound'
    if (nowMs - this.#lastChunkAtMs >= MISSING_AFTER_MS) return 'chunks'
    return null
  }
}
