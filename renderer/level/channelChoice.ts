import type { LevelFrame } from './levelFeed'

/** How fast the level of a channel is followed up and down, for each 20 ms: 0.1 s and 1 s. */
const RISE = 0.2
const FALL = 0.02
/** 6 dB, as a ratio of mean squares. Less than that is no reason to change over. */
export const CLEARLY = 4
/** -50 dBFS as a mean square: somebody speaks, it is not the noise of what nobody speaks into. */
const SPOKEN_FROM = 1e-5

/**
 * Which channel of a microphone somebody speaks into. An interface with two inputs has one channel
 * for each, and mostly one microphone: the mean of both would be 6 dB too quiet.
 */
export class ChannelChoice {
  #levels: number[] = []
  #loudest = 0
  #isIdentical = false
  #isDifferent = false

  /** @param channelCount how many are expected, until the sound itself shows it */
  constructor(channelCount = 1) {
    this.#begin(channelCount)
  }

  /** The number of the loudest channel. */
  get loudest(): number {
    return this.#loudest
  }

  /** How loud that one has been lately, as a mean square. */
  get level(): number {
    return this.#levels[this.#loudest] ?? 0
  }

  /**
   * Whether it makes no difference which channel is taken: there is one, or they carry the same, as
   * of a microphone that the system doubles, or about the same speech. False until that is known.
   */
  get areAlike(): boolean {
    if (this.#levels.length < 2) return true
    if (!this.#isDifferent) return this.#isIdentical
    const highest = Math.max(...this.#levels)
    return highest >= SPOKEN_FROM && Math.min(...this.#levels) * CLEARLY >= highest
  }

  /** Takes in 20 ms: a frame for each channel. */
  push(frames: readonly LevelFrame[]): void {
    if (frames.length !== this.#levels.length) this.#begin(frames.length)
    for (const [channel, { rms }] of frames.entries()) {
      const level = this.#levels[channel] ?? 0
      const now = rms * rms
      this.#levels[channel] = level + (now - level) * (now > level ? RISE : FALL)
    }
    this.#compare(frames)
    const best = this.#levels.indexOf(Math.max(...this.#levels))
    if (this.#levels[best]! > this.#levels[this.#loudest]! * CLEARLY) this.#loudest = best
  }

  #begin(channelCount: number): void {
    this.#levels = Array.from({ length: channelCount }, () => 0)
    this.#loudest = 0
    this.#isIdentical = false
    this.#isDifferent = false
  }

  #compare(frames: readonly LevelFrame[]): void {
    const [first] = frames
    // Zeros in all of them say nothing of what comes when somebody speaks.
    if (frames.every(({ rms }) => rms === 0)) return
    if (frames.every((frame) => frame.rms === first?.rms && frame.highest === first.highest)) {
      this.#isIdentical = true
    } else {
      this.#isDifferent = true
    }
  }
}
