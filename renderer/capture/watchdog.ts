import type { MissingData } from './captureMachine'

/**
 * Nothing for this long is a fault. Sound comes every 20 ms and chunks every 250 ms, so it is six
 * chunks and not three: with six busy programs on two cores the longest wait was 0.22 s, and a
 * machine in a worse state than that must not be cried over.
 */
export const MISSING_AFTER_MS = 1500
const LOOK_EVERY_MS = 250

/**
 * Watches the data of a running take, not what the system says of it: a source that was suspended
 * or unplugged can stay "recording" for ever without a sound.
 */
export class Watchdog {
  readonly #timer: ReturnType<typeof setInterval>
  readonly #onChange: (missing: MissingData | null) => void
  #missing: MissingData | null = null
  #lastSoundAtMs = performance.now()
  #lastChunkAtMs = performance.now()
  #lookedAtMs = performance.now()
  #wasLate = false
  #isPaused = false

  constructor(onChange: (missing: MissingData | null) => void) {
    this.#onChange = onChange
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS)
  }

  sawSound(): void {
    this.#lastSoundAtMs = performance.now()
  }

  sawChunk(): void {
    this.#lastChunkAtMs = performance.now()
  }

  /** While paused nothing is due; after it everything is due anew. */
  setPaused(isPaused: boolean): void {
    this.#isPaused = isPaused
    this.sawSound()
    this.sawChunk()
  }

  dispose(): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    const nowMs = performance.now()
    if (this.#isHeldUp(nowMs)) return
    const missing = this.#isPaused ? null : this.#missingAt(nowMs)
    if (missing === this.#missing) return
    this.#missing = missing
    this.#onChange(missing)
  }

  /** What held up this look held up the data too: what waits behind it is let in first, once. */
  #isHeldUp(nowMs: number): boolean {
    const isLate = nowMs - this.#lookedAtMs > 2 * LOOK_EVERY_MS
    const isFirst = isLate && !this.#wasLate
    this.#lookedAtMs = nowMs
    this.#wasLate = isLate
    return isFirst
  }

  #missingAt(nowMs: number): MissingData | null {
    const soundlessMs = nowMs - this.#lastSoundAtMs
    if (nowMs - this.#lastChunkAtMs < MISSING_AFTER_MS) return null
    // A chunk proves that sound came, whatever became of the level; without sound no chunk is due.
    if (soundlessMs >= MISSING_AFTER_MS) return 'sound'
    return soundlessMs < LOOK_EVERY_MS ? 'chunks' : null
  }
}
