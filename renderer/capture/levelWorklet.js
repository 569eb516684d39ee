/*
 * Measures the microphone on the audio thread: every 20 ms a handful of numbers, never a copy of
 * the sound. Plain JavaScript and self-contained, because an audio worklet is loaded as a file of
 * its own: the content security policy allows no script from a blob or a data URL.
 */

/** PEAKS_PER_SECOND of shared/peaks.ts; a test keeps the two equal. */
const FRAMES_PER_SECOND = 50
/** The largest sample of 16 bits is 0.99997 of full scale; louder than this was cut. */
const CLIPPED_FROM = 0.999

class LevelProcessor extends AudioWorkletProcessor {
  constructor() {
    super()
    this.frameLength = Math.round(sampleRate / FRAMES_PER_SECOND)
    this.clear()
  }

  clear() {
    this.frames = 0
    this.lowest = 1
    this.highest = -1
    this.squares = 0
    this.clippedCount = 0
  }

  /** Called by the audio thread for every 128 samples; one channel, as the node asks for one. */
  process(inputs) {
    const samples = inputs[0]?.[0]
    // No channel means that nothing is connected: that is missing data, not silence.
    if (samples) for (const sample of samples) this.measure(sample)
    return true
  }

  measure(sample) {
    if (sample < this.lowest) this.lowest = sample
    if (sample > this.highest) this.highest = sample
    if (sample >= CLIPPED_FROM || sample <= -CLIPPED_FROM) this.clippedCount += 1
    this.squares += sample * sample
    this.frames += 1
    if (this.frames === this.frameLength) this.post()
  }

  post() {
    this.port.postMessage({
      lowest: this.lowest,
      highest: this.highest,
      rms: Math.sqrt(this.squares / this.frames),
      clippedCount: this.clippedCount,
      frames: this.frames,
    })
    this.clear()
  }
}

registerProcessor('level', LevelProcessor)
