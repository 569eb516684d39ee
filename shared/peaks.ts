/**
 * Peaks: the shape of a take's sound, one pair of numbers for every 20 ms of sound, taken while it is
 * recorded so that opening a take never has to decode it. A pair is the lowest and the highest
 * sample of its 20 ms, each a signed byte: -127 is -1.0 of full scale, 127 is 1.0.
 */
export const PEAKS_PER_SECOND = 50
export const BYTES_PER_PEAK = 2

const FULL_SCALE = 127

/** One pair as bytes, from samples between -1 and 1; anything louder is cut at full scale. */
export function encodePeak(lowest: number, highest: number): [number, number] {
  return [encodeSample(lowest), encodeSample(highest)]
}

function encodeSample(sample: number): number {
  return Math.round(Math.max(-1, Math.min(1, sample)) * FULL_SCALE)
}

/** How long the sound is that these peaks describe, in milliseconds. */
export function peaksDurationMs(peaks: Int8Array): number {
  return (Math.floor(peaks.length / BYTES_PER_PEAK) * 1000) / PEAKS_PER_SECOND
}

/**
 * The peaks at a lower resolution: `count` amplitudes between 0 and 1, each the loudest moment
 * of its share of the take. Empty peaks give silence, so that a damaged take still has a line.
 */
export function loudestOf(peaks: Int8Array, count: number): Float32Array {
  const amplitudes = new Float32Array(count)
  const pairs = Math.floor(peaks.length / BYTES_PER_PEAK)
  for (let index = 0; index < count; index += 1) {
    const first = Math.floor((index * pairs) / count)
    const last = Math.max(first + 1, Math.floor(((index + 1) * pairs) / count))
    let loudest = 0
    for (let pair = first; pair < last && pair < pairs; pair += 1) {
      const lowest = peaks[pair * BYTES_PER_PEAK] ?? 0
      const highest = peaks[pair * BYTES_PER_PEAK + 1] ?? 0
      loudest = Math.max(loudest, -lowest, highest)
    }
    amplitudes[index] = Math.min(1, loudest / FULL_SCALE)
  }
  return amplitudes
}
