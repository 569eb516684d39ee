import type { Page } from '@playwright/test'
import type { Sound } from './wav'

/**
 * Decodes an audio file with Chromium's own decoder, at the rate asked for.
 * The bytes travel as text because that is what Playwright carries.
 */
export async function decode(page: Page, file: Uint8Array, sampleRate: number): Promise<Sound> {
  const [first] = await decodeChannels(page, file, sampleRate)
  return first!
}

/** The same for each of its channels. */
export async function decodeChannels(
  page: Page,
  file: Uint8Array,
  sampleRate: number,
): Promise<Sound[]> {
  const base64 = Buffer.from(file).toString('base64')
  const channels = await page.evaluate(
    async ([text, rate]) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
      const context = new OfflineAudioContext(1, 1, rate)
      const decoded = await context.decodeAudioData(bytes.buffer)
      const numbers = Array.from({ length: decoded.numberOfChannels }, (_, channel) => channel)
      return numbers.map((channel) => Array.from(decoded.getChannelData(channel)))
    },
    [base64, sampleRate] as const,
  )
  return channels.map((samples) => ({ sampleRate, samples: Float32Array.from(samples) }))
}

/** Root mean square in dB relative to full scale. */
export function levelDb(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return 10 * Math.log10(sum / samples.length)
}

/**
 * The best normalised cross-correlation of a piece against a source that plays in a loop, and where
 * in the source the piece begins. 1 means the same sound, 0 nothing in common.
 */
export function correlate(
  piece: Float32Array,
  source: Float32Array,
): { correlation: number; offset: number } {
  // Coarse to fine: every 4th sample finds the place, all samples say how good it is.
  const coarse = bestOffset(decimate(piece, 4), decimate(source, 4), 0, source.length / 4)
  const around = coarse * 4
  const offset = bestOffset(piece, source, around - 8, around + 8)
  return { correlation: correlationAt(piece, source, offset), offset }
}

function bestOffset(
  piece: Float32Array,
  source: Float32Array,
  first: number,
  last: number,
): number {
  let best = { offset: first, correlation: -Infinity }
  for (let offset = first; offset < last; offset += 1) {
    const correlation = correlationAt(piece, source, offset)
    if (correlation > best.correlation) best = { offset, correlation }
  }
  return best.offset
}

function correlationAt(piece: Float32Array, source: Float32Array, offset: number): number {
  let product = 0
  let pieceEnergy = 0
  let sourceEnergy = 0
  let at = ((Math.round(offset) % source.length) + source.length) % source.length
  for (const sample of piece) {
    const other = source[at]!
    product += sample * other
    pieceEnergy += sample * sample
    sourceEnergy += other * other
    at += 1
    if (at === source.length) at = 0
  }
  return product / Math.sqrt(pieceEnergy * sourceEnergy)
}

function decimate(samples: Float32Array, factor: number): Float32Array {
  const fewer = new Float32Array(Math.floor(samples.length / factor))
  for (let index = 0; index < fewer.length; index += 1) {
    let sum = 0
    for (let part = 0; part < factor; part += 1) sum += samples[index * factor + part]!
    fewer[index] = sum / factor
  }
  return fewer
}

/** The loop's level over the same stretch as the piece: what the piece should measure. */
export function loopSlice(source: Float32Array, offset: number, length: number): Float32Array {
  return Float32Array.from({ length }, (_, index) => source[(offset + index) % source.length]!)
}
