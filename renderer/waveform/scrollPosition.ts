import { PEAKS_PER_SECOND } from '../../shared/peaks'

/** Half of a lag is made up in this time: long against the jitter of frames, short to the eye. */
const CATCH_UP_MS = 120
/** Further behind than this is not jitter but a hidden window: jump. */
const JUMP_FROM_FRAMES = 25
/** With reduced motion the wave moves in steps of this length. */
const STEP_FRAMES = 5

/**
 * Where the wave has scrolled to, in frames. Sound comes in bursts of 20 ms that the display's rate
 * does not divide; the position runs on evenly and is drawn gently towards what really came.
 */
export class ScrollPosition {
  #frames = 0
  #atMs = 0

  /** Moves on to this time. @param target how many frames there are */
  advance(nowMs: number, target: number, isStepwise: boolean): number {
    const elapsedMs = Math.min(100, Math.max(0, nowMs - this.#atMs))
    this.#atMs = nowMs
    if (isStepwise) {
      this.#frames = Math.floor(target / STEP_FRAMES) * STEP_FRAMES
    } else if (Math.abs(target - this.#frames) > JUMP_FROM_FRAMES) {
      this.#frames = target
    } else {
      this.#frames += (elapsedMs * PEAKS_PER_SECOND) / 1000
      this.#frames += (target - this.#frames) * (1 - 2 ** (-elapsedMs / CATCH_UP_MS))
      this.#frames = Math.min(this.#frames, target)
    }
    return this.#frames
  }
}
