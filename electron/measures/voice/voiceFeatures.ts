import { Biquad, highPass, lowPass } from '../level/biquad'
import { SAMPLE_RATE_HZ, type SileroNetwork } from '../silero/network'
import { FramePower } from '../signal/framePower'
import { Resampler } from '../signal/resampler'
import { SpeechProbability } from './speechProbability'
import { VoiceChannel } from './voiceChannel'

/** What of a take is kept while it streams by, to tell speech from silence and to count syllables. */
export interface VoiceFeatures {
  /** The mean square of each 10 ms, of everything but a constant offset. */
  power: Float32Array
  /** The same without rumble and hum, up to 8 kHz. */
  voicePower: Float32Array
  /** The same only where the nuclei of syllables are loud. */
  syllablePower: Float32Array
  /** How likely it is that somebody speaks, for each 32 ms. */
  probabilities: Float32Array
}

/** Below this is no sound that anybody hears, only an offset that a sound card made. */
const OFFSET_HZ = 10
const RUMBLE_HZ = 120
const SYLLABLES_FROM_HZ = 300
const SYLLABLES_TO_HZ = 1500

export class VoiceMeter {
  readonly #channel: VoiceChannel
  readonly #offset: Biquad
  readonly #resampler: Resampler
  readonly #probability: SpeechProbability
  readonly #power: FramePower
  readonly #rumble = new Biquad(highPass(RUMBLE_HZ, SAMPLE_RATE_HZ))
  readonly #band = [
    new Biquad(highPass(SYLLABLES_FROM_HZ, SAMPLE_RATE_HZ)),
    new Biquad(lowPass(SYLLABLES_TO_HZ, SAMPLE_RATE_HZ)),
  ]
  readonly #voicePower = new FramePower(SAMPLE_RATE_HZ)
  #copy = new Float32Array(0)
  #isSettled = false
  readonly #syllablePower = new FramePower(SAMPLE_RATE_HZ)

  constructor(channelCount: number, sampleRateHz: number, network: SileroNetwork) {
    this.#channel = new VoiceChannel(channelCount)
    this.#offset = new Biquad(highPass(OFFSET_HZ, sampleRateHz))
    this.#resampler = new Resampler(sampleRateHz, SAMPLE_RATE_HZ)
    this.#probability = new SpeechProbability(network)
    this.#power = new FramePower(sampleRateHz)
  }

  process(channels: readonly Float32Array[]): void {
    const samples = this.#copied(this.#channel.of(channels))
    if (!this.#isSettled && samples.length > 0) this.#settle(samples[0]!)
    this.#offset.process(samples)
    this.#power.process(samples)
    const resampled = this.#resampler.process(samples)
    this.#probability.process(resampled)
    this.#rumble.process(resampled)
    this.#voicePower.process(resampled)
    for (const filter of this.#band) filter.process(resampled)
    this.#syllablePower.process(resampled)
  }

  /** An offset that is there from the beginning would sound like a thump. */
  #settle(offset: number): void {
    this.#offset.settle(offset)
    this.#isSettled = true
  }

  /** A copy to filter, always in the same place: a new one each time would fill the memory. */
  #copied(samples: Float32Array): Float32Array {
    if (this.#copy.length < samples.length) this.#copy = new Float32Array(samples.length)
    const copy = this.#copy.subarray(0, samples.length)
    copy.set(samples)
    return copy
  }

  features(): VoiceFeatures {
    return {
      power: this.#power.all(),
      voicePower: this.#voicePower.all(),
      syllablePower: this.#syllablePower.all(),
      probabilities: this.#probability.all(),
    }
  }
}
