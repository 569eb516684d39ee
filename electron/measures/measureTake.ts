import { readFile } from 'node:fs/promises'
import { MEASURES_VERSION, type Measures } from '../../shared/measures'
import { summariseSpeech } from '../../shared/pauses'
import type { WorkWatch } from '../background/workWatch'
import { listenToSound, type Heard } from './listenToSound'
import { modelFile } from './silero/modelFile'
import { SileroNetwork } from './silero/network'
import { readWeights } from './silero/weights'
import { openSound } from '../sound/openSound'
import { noiseDb } from './voice/noise'
import { paceOf } from './voice/pace'
import { speechSpans } from './voice/speechSpans'

/** A voice this quiet is hard to hear at any usual volume. */
const TOO_QUIET_LUFS = -40

/**
 * How a take sounds. The file is read once and never held as a whole, so a long one needs hardly
 * more memory than a short one.
 * @throws {UnreadableSound}; the reason of the signal when that stops it
 */
export async function measureTake(file: string, watch: WorkWatch = {}): Promise<Measures> {
  const network = new SileroNetwork(readWeights(await readFile(modelFile())))
  const sound = await openSound(file)
  try {
    return measuresOf(await listenToSound(sound, network, watch))
  } finally {
    sound.close()
  }
}

function measuresOf({ durationMs, integratedLufs, clippedSamples, voice }: Heard): Measures {
  const speech = speechSpans(voice.voicePower, voice.probabilities)
  const summary = summariseSpeech(speech)
  return {
    version: MEASURES_VERSION,
    durationMs: Math.round(durationMs),
    speech,
    integratedLufs: integratedLufs === null ? null : rounded(integratedLufs, 2),
    noiseDb: rounded(noiseDb(voice.power, speech), 1),
    clippedSamples,
    paceWpm: paceOf(voice.syllablePower, speech),
    tooQuiet: integratedLufs === null || integratedLufs < TOO_QUIET_LUFS,
    ...summary,
  }
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
