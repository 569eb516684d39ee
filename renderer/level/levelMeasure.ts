import { PEAKS_PER_SECOND } from '../../shared/peaks'
import { ChannelChoice } from './channelChoice'
import type { LevelFrame } from './levelFeed'

/** The largest sample of 16 bits is 0.99997 of full scale; louder than this was cut. */
const CLIPPED_FROM = 0.999

/** A piece of sound as Chromium hands it over (AudioData), or a test. */
export interface Sound {
  readonly sampleRate: number
  readonly numberOfFrames: number
  readonly numberOfChannels: number
  /** Microseconds. */
  readonly timestamp: number
  copyTo(to: Float32Array, options: { planeIndex: number; format: 'f32-planar' }): void
}

/**
 * Measures sound of any length of piece: a handful of numbers for each 20 ms, never a copy of it.
 * They are those of the loudest channel; what is cut off is counted in each.
 */
export class LevelMeasure {
  readonly channels: ChannelChoice
  #frames: LevelFrame[] = []
  #meters: ChannelMeter[] = []
  #sampleCount = 0
  /** What is left of a sample where 20 ms are no whole number of them. */
  #owed = 0

  /** @param channelCount how many are expected, until the sound itself shows it */
  constructor(channelCount = 1) {
    this.channels = new ChannelChoice(channelCount)
  }

  push(sound: Sound): void {
    const { numberOfFrames, numberOfChannels } = sound
    if (this.#meters.length !== numberOfChannels) {
      this.#meters = Array.from({ length: numberOfChannels }, () => new ChannelMeter())
      this.#sampleCount = 0
    }
    for (const [planeIndex, meter] of this.#meters.entries()) meter.read(sound, planeIndex)
    const perFrame = sound.sampleRate / PEAKS_PER_SECOND
    for (let from = 0; from < numberOfFrames;) {
      const missing = Math.max(1, Math.ceil(perFrame - this.#owed - this.#sampleCount))
      const to = Math.min(numberOfFrames, from + missing)
      for (const meter of this.#meters) meter.measure(from, to)
      this.#sampleCount += to - from
      from = to
      if (this.#sampleCount + this.#owed >= perFrame) this.#end(perFrame)
    }
  }

  /** The frames that are whole since the last call. */
  take(): readonly LevelFrame[] {
    const frames = this.#frames
    this.#frames = []
    return frames
  }

  #end(perFrame: number): void {
    const frames = this.#meters.map((meter) => meter.end(this.#sampleCount))
    this.channels.push(frames)
    const loudest = frames[this.channels.loudest]
    const clippedCount = frames.reduce((sum, frame) => sum + frame.clippedCount, 0)
    if (loudest) this.#frames.push({ ...loudest, clippedCount })
    this.#owed += this.#sampleCount - perFrame
    this.#sampleCount = 0
  }
}

class ChannelMeter {
  #samples = new Float32Array(0)
  #lowest = 1
  #highest = -1
  #squares = 0
  #clippedCount = 0

  read(sound: Sound, planeIndex: number): void {
    if (this.#samples.length < sound.numberOfFrames) {
      this.#samples = new Float32Array(sound.numberOfFrames)
    }
    sound.copyTo(this.#samples, { planeIndex, format: 'f32-planar' })
  }

  measure(from: number, to: number): void {
    const samples = this.#samples
    let [lowest, highest, squares, clippedCount] = [this.#lowest, this.#highest, 0, 0]
    for (let index = from; index < to; index += 1) {
      const sample = samples[index]!
      if (sample < lowest) lowest = sample
      if (sample > highest) highest = sample
      if (sample >= CLIPPED_FROM || sample <= -CLIPPED_FROM) clippedCount += 1
      squares += sample * sample
    }
    this.#lowest = lowest
    this.#highest = highest
    this.#squares += squares
    this.#clippedCount += clippedCount
  }

  /** The frame that is whole now; the next one begins. */
  end(frames: number): LevelFrame {
    const frame: LevelFrame = {
      lowest: this.#lowest,
      highest: this.#highest,
      rms: Math.sqrt(this.#squares / frames),
      clippedCount: this.#clippedCount,
      frames,
    }
    this.#lowest = 1
    this.#highest = -1
    this.#squares = 0
    this.#clippedCount = 0
    return frame
  }
}
