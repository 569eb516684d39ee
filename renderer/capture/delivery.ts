/** What Chromium counts of a track's sound (MediaStreamTrackAudioStats). */
interface CountedTrack {
  readonly stats?: { readonly deliveredFramesDuration: number }
}

/**
 * Tells the sound of a device from the zeros that an audio graph makes up in its place. When a
 * source is suspended, no event comes and frames go on: only Chromium's count of what the device
 * delivered stands still.
 */
export class Delivery {
  readonly #track: CountedTrack | undefined
  #deliveredMs = 0
  #deliveredAtMs = performance.now()

  constructor(stream: MediaStream) {
    this.#track = stream.getAudioTracks()[0] as CountedTrack | undefined
  }

  /** How long ago the device delivered something last; 0 where Chromium does not count that. */
  idleMs(): number {
    const stats = this.#track?.stats
    if (!stats) return 0
    const nowMs = performance.now()
    if (stats.deliveredFramesDuration !== this.#deliveredMs) {
      this.#deliveredMs = stats.deliveredFramesDuration
      this.#deliveredAtMs = nowMs
    }
    return nowMs - this.#deliveredAtMs
  }
}
