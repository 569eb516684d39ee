import { takeTurn, type WorkWatch } from '../background/workWatch'
import { ClippingCounter } from './level/clipping'
import { LoudnessMeter } from './level/loudness'
import type { SileroNetwork } from './silero/network'
import type { SoundStream } from '../sound/soundStream'
import { VoiceMeter, type VoiceFeatures } from './voice/voiceFeatures'

/** What is left of a take after it streamed by. */
export interface Heard {
  durationMs: number
  integratedLufs: number | null
  clippedSamples: number
  voice: VoiceFeatures
}

/** So often others get a turn: whoever wants to stop the work, for instance. */
const TURN_MS = 40

/** Listens to a sound once, from its beginning to its end. */
export async function listenToSound(
  sound: SoundStream,
  network: SileroNetwork,
  watch: WorkWatch = {},
): Promise<Heard> {
  const { channelCount, sampleRateHz } = sound
  const loudness = new LoudnessMeter(channelCount, sampleRateHz)
  const clipping = new ClippingCounter(channelCount, sound.fullScale)
  const voice = new VoiceMeter(channelCount, sampleRateHz, network)
  let samples = 0
  let turnAt = performance.now() + TURN_MS

  for await (const channels of sound.pieces()) {
    loudness.process(channels)
    clipping.process(channels)
    voice.process(channels)
    samples += channels[0]?.length ?? 0
    if (performance.now() < turnAt) continue
    const durationMs = (samples / sampleRateHz) * 1000
    if (sound.expectedMs > 0) watch.onProgress?.(Math.min(1, durationMs / sound.expectedMs))
    await takeTurn(watch)
    turnAt = performance.now() + TURN_MS
  }
  return {
    durationMs: (samples / sampleRateHz) * 1000,
    integratedLufs: loudness.integratedLufs(),
    clippedSamples: clipping.clippedSamples,
    voice: voice.features(),
  }
}
