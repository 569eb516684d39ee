import type { Sound } from '../level/levelMeasure'

/** From one channel to another: short enough for a syllable, long enough not to click. */
const CROSSFADE_SECONDS = 0.01

/** Chromium's own, the other end of its MediaStreamTrackProcessor; unknown to TypeScript. */
declare const MediaStreamTrackGenerator: new (options: {
  kind: 'audio'
}) => MediaStreamTrack & { readonly writable: WritableStream<AudioData> }

/**
 * A stream of one channel, made of the channels of another one: what is written is what is in it. No
 * audio graph: that has a clock of its own, and makes up zeros where nothing comes in.
 */
export class OneChannel {
  readonly stream: MediaStream
  readonly #track: MediaStreamTrack
  readonly #writer: WritableStreamDefaultWriter<AudioData>
  #channel: number | null = null

  constructor() {
    const generator = new MediaStreamTrackGenerator({ kind: 'audio' })
    this.#track = generator
    this.#writer = generator.writable.getWriter()
    this.stream = new MediaStream([generator])
  }

  /** Goes on with this channel of a piece of sound. */
  push(sound: Sound, channel: number): void {
    const { sampleRate, numberOfFrames, timestamp } = sound
    const data = samplesOf(sound, channel)
    if (this.#channel !== null && this.#channel !== channel) {
      const length = Math.min(numberOfFrames, Math.round(sampleRate * CROSSFADE_SECONDS))
      fadeOver(samplesOf(sound, this.#channel), data, length)
    }
    this.#channel = channel
    const format = 'f32-planar'
    const one = {
      format,
      sampleRate,
      numberOfFrames,
      numberOfChannels: 1,
      timestamp,
      data,
    } as const
    // A track that was ended takes nothing more.
    this.#writer.write(new AudioData(one)).catch(() => undefined)
  }

  /** Ends the stream, as one of a device that is pulled out. */
  dispose(): void {
    this.#writer.close().catch(() => undefined)
    this.#track.stop()
  }
}

function samplesOf(sound: Sound, planeIndex: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(sound.numberOfFrames)
  sound.copyTo(samples, { planeIndex, format: 'f32-planar' })
  return samples
}

function fadeOver(from: Float32Array, to: Float32Array, length: number): void {
  for (let index = 0; index < length; index += 1) {
    const share = index / length
    to[index] = from[index]! * (1 - share) + to[index]! * share
  }
}
