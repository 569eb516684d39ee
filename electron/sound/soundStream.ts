/** Sound as it comes out of a file, a short piece at a time, never as a whole. */
export interface SoundStream {
  sampleRateHz: number
  channelCount: number
  /** The largest value that the file can say, where that is below 1: clipped samples have it. */
  fullScale: number
  /** Of the file; known before all of it is read. Only for telling how far the work is. */
  expectedMs: number
  /**
   * A piece has an array for each channel, of samples between -1 and 1. It is used up before the
   * next is asked for.
   * @throws {UnreadableSound}
   */
  pieces(): AsyncGenerator<readonly Float32Array[], void>
  close(): void
}

export type UnreadableCode = 'NO_FILE' | 'NOT_SOUND' | 'OTHER_CODEC' | 'DAMAGED'

/** Why there is nothing to measure, in words that are meant to be read. */
export class UnreadableSound extends Error {
  readonly code: UnreadableCode

  constructor(code: UnreadableCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'UnreadableSound'
    this.code = code
  }
}
