import { PEAKS_PER_SECOND } from '../../shared/peaks'

export const MS_PER_FRAME = 1000 / PEAKS_PER_SECOND

/** What the microphone did in one 20 ms. Samples are -1 to 1. */
export interface LevelFrame {
  lowest: number
  highest: number
  /** Root of the mean square: what loudness is read from. */
  rms: number
  /** Samples at full scale. */
  clippedCount: number
  /** How many samples these numbers describe; none where nothing came in. */
  frames: number
}

/** Frames that are kept for drawing: 41 s, more than the widest screen shows. */
const CAPACITY = 2048

/** Levels below this are shown as silence. */
export const FLOOR_DB = -60

/** An amplitude between 0 and 1 as dBFS; silence is minus infinity. */
export function toDecibels(amplitude: number): number {
  return 20 * Math.log10(amplitude)
}

/**
 * The recent past of the microphone, for whoever draws it: a ring of 50 frames a second, without an
 * object or a React render for each. Frames are named by their number since the feed began; the last
 * `CAPACITY` of them can be read.
 */
export class LevelFeed {
  readonly #amplitudes = new Float32Array(CAPACITY)
  readonly #loudness = new Float32Array(CAPACITY)
  readonly #kept = new Uint8Array(CAPACITY)
  readonly #listeners = new Set<() => void>()
  #count = 0
  #peak = 0
  #isTold = false

  /** How many frames came since the feed began: the next frame's number. */
  get count(): number {
    return this.#count
  }

  /** The number of the oldest frame that can still be read. */
  get first(): number {
    return Math.max(0, this.#count - CAPACITY)
  }

  /** The loudest sample of the frames that came last, together, in dBFS. */
  get peakDb(): number {
    return toDecibels(this.#peak)
  }

  /** The loudest sample of a frame, 0 to 1. */
  amplitudeAt(frame: number): number {
    return this.#amplitudes[frame % CAPACITY] ?? 0
  }

  /** A frame's loudness, in dBFS. */
  rmsDbAt(frame: number): number {
    return toDecibels(this.#loudness[frame % CAPACITY] ?? 0)
  }

  /** Whether a frame is part of a take. */
  isKeptAt(frame: number): boolean {
    return this.#kept[frame % CAPACITY] === 1
  }

  push(frame: LevelFrame, isKept: boolean): void {
    const slot = this.#count % CAPACITY
    const peak = Math.max(-frame.lowest, frame.highest)
    this.#peak = this.#isTold ? peak : Math.max(this.#peak, peak)
    this.#isTold = false
    this.#amplitudes[slot] = peak
    this.#loudness[slot] = frame.rms
    this.#kept[slot] = isKept ? 1 : 0
    this.#count += 1
  }

  /** Says that frames were pushed: once for all that came together. */
  tell(): void {
    this.#isTold = true
    for (const listener of this.#listeners) listener()
  }

  /** The microphone closed: the meter falls to silence, the past stays. */
  silence(): void {
    this.#peak = 0
    this.tell()
  }

  /** Calls back when something came in; returns the function that ends it. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
