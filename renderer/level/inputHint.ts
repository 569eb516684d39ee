import { type LevelFrame, MS_PER_FRAME, toDecibels } from './levelFeed'

/**
 * What is worth saying about the sound that comes in: `silent` is too quiet to be a voice,
 * `no-signal` is not even noise (a dead microphone, or a switch on it), `muted` is what the system
 * says of itself, `clipping` is too loud.
 */
export type InputHint = 'silent' | 'no-signal' | 'muted' | 'clipping'

const SILENT_BELOW_DB = -60
const SILENT_AFTER_MS = 3000
const NO_SIGNAL_AFTER_MS = 2500
/** The system looks once a second whether it mutes; what it says of itself needs little proof. */
const MUTED_AFTER_MS = 200
const CLIPPING_FOR_MS = 2000

/** Judges the input frame by frame. Time is the sound's own: it counts frames, not the clock. */
export class InputHintDetector {
  #quietMs = 0
  #zeroMs = 0
  #mutedMs = 0
  #sinceClipMs = Number.POSITIVE_INFINITY

  /** Takes in one frame and says what to hint now. */
  push(frame: LevelFrame, isMuted: boolean): InputHint | null {
    const isZero = frame.lowest === 0 && frame.highest === 0
    this.#mutedMs = isMuted ? this.#mutedMs + MS_PER_FRAME : 0
    this.#zeroMs = isZero ? this.#zeroMs + MS_PER_FRAME : 0
    this.#quietMs = toDecibels(frame.rms) < SILENT_BELOW_DB ? this.#quietMs + MS_PER_FRAME : 0
    this.#sinceClipMs = frame.clippedCount > 0 ? 0 : this.#sinceClipMs + MS_PER_FRAME

    if (this.#mutedMs >= MUTED_AFTER_MS) return 'muted'
    if (this.#sinceClipMs < CLIPPING_FOR_MS) return 'clipping'
    if (this.#zeroMs >= NO_SIGNAL_AFTER_MS) return 'no-signal'
    if (this.#quietMs >= SILENT_AFTER_MS) return 'silent'
    return null
  }
}
