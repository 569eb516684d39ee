import { PEAKS_PER_SECOND } from '../../shared/peaks'
import type { LevelFrame } from './levelFeed'

/** The largest sample of 16 bits is 0.99997 of full scale; louder than this was cut. */
const CLIPPED_FROM = 0.999

/** A piece of sound as Chromium hands it over (AudioData), or a test. */
export interface Sound {
  readonly sampleRate: number
  readonly numberOfFrames: number
  readonly numberOfChannels: number
  copyTo(to: Float32Array, options: { planeIndex: number; format: 'f32-planar' }): void
}

/** Measures sound of any length of piece: a handful of numbers for each 20 ms, never a copy of it. */
export class LevelMeasure {
  #frames: LevelFrame[] = []
  #mono = new Float32Array(0)
  #channel = new Float32Array(0)
  #lowest = 1
  #highest = -1
  #squares = 0
  #clippedCount = 0
  #sampleCount = 0
  /** What is left of a sample where 20 ms are no whole number of them. */
  #owed = 0

  push(sound: Sound): void {
    this.#mix(sound)
    const perFrame = sound.sampleRate / PEAKS_PER_SECOND
    for (let index = 0; index < sound.numberOfFrames; index += 1) {
      this.#measure(this.#mono[index] ?? 0)
      if (this.#sampleCount + this.#owed >= perFrame) this.#end(perFrame)
    }
  }

  /** The frames that are whole since the last call. */
  take(): readonly LevelFrame[] {
    const frames = this.#frames
    this.#frames = []
    return frames
  }

  /** One channel is asked for; a device that gives more all the same is heard as a whole. */
  #mix(sound: Sound): void {
    const { numberOfFrames, numberOfChannels } = sound
    if (this.#mono.length < numberOfFrames) {
      this.#mono = new Float32Array(numberOfFrames)
      this.#channel = new Float32Array(numberOfFrames)
    }
    const mono = this.#mono
    sound.copyTo(mono, { planeIndex: 0, format: 'f32-planar' })
    if (numberOfChannels === 1) return
    const channel = this.#channel
    for (let planeIndex = 1; planeIndex < numberOfChannels; planeIndex += 1) {
      sound.copyTo(channel, { planeIndex, format: 'f32-planar' })
      for (let index = 0; index < numberOfFrames; index += 1) mono[index]! += channel[index]!
    }
    for (let index = 0; index < numberOfFrames; index += 1) mono[index]! /= numberOfChannels
  }

  #measure(sample: number): void {
    if (sample < this.#lowest) this.#lowest = sample
    if (sample > this.#highest) this.#highest = sample
    if (sample >= CLIPPED_FROM || sample <= -CLIPPED_FROM) this.#clippedCount += 1
    this.#squares += sample * sample
    this.#sampleCount += 1
  }

  #end(perFrame: number): void {
    this.#frames.push({
      lowest: this.#lowest,
      highest: this.#highest,
      rms: Math.sqrt(this.#squares / this.#sampleCount),
      clippedCount: this.#clippedCount,
      frames: this.#sampleCount,
    })
    this.#owed += this.#sampleCount - perFrame
    this.#lowest = 1
    this.#highest = -1
    this.#squares = 0
    this.#clippedCount = 0
    this.#sampleCount = 0
  }
}
