import type { Page } from '@playwright/test'
import { correlate, decode } from '../../helpers/sound'
import type { Heard } from '../inPage/tap'

/** The codec takes some milliseconds to settle; from there on the sound is the microphone's. */
const SETTLED_MS = 60
const PIECE_MS = 100
/** Below this it is another sound. */
const SAME = 0.8
/** Opus begins with so much of nothing, which Chromium's recorder does not mention in the file. */
const CODEC_DELAY_MS = 6.5
/** The microphone's sound comes in pieces of this length. */
const FRAME_MS = 10

/**
 * When the first sample that is in the recording was delivered, after the click. Found by what is in
 * it: its sound has one place in what the microphone gave.
 */
export async function firstSampleMs(
  page: Page,
  recording: Uint8Array,
  heard: Heard,
): Promise<number> {
  const { sampleRate } = heard
  const { samples } = await decode(page, recording, sampleRate)
  const count = (ms: number) => Math.round((ms * sampleRate) / 1000)
  const begin = beginIn(heard.samples, samples, count)
  // It is the first of a frame, give or take what resampling moves; the middle is surely in it.
  const inFirstFrame = begin + count(CODEC_DELAY_MS + FRAME_MS / 2)
  return heard.deliveredAtMs(inFirstFrame) - heard.clickedAtMs
}

/**
 * Where the recording begins in what was heard. A busy machine loses a moment of sound now and then,
 * so the first piece that is whole tells.
 */
function beginIn(
  heard: Float32Array,
  recorded: Float32Array,
  count: (ms: number) => number,
): number {
  const length = count(PIECE_MS)
  for (let from = count(SETTLED_MS); from + length <= recorded.length; from += length) {
    const { correlation, offset } = correlate(recorded.subarray(from, from + length), heard)
    if (correlation > SAME) return offset - from
  }
  throw new Error('Nothing of what the microphone gave is in the recording')
}
