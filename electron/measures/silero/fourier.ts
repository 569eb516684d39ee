/*
 * The spectrum of short pieces of sound: a fast Fourier transform of two real signals at once, as
 * the real and the imaginary part of one complex signal.
 */

export const WINDOW_SAMPLES = 256
/** From 0 Hz up to half the sampling rate. */
export const BIN_COUNT = WINDOW_SAMPLES / 2 + 1

const COSINES = new Float64Array(WINDOW_SAMPLES / 2)
const SINES = new Float64Array(WINDOW_SAMPLES / 2)
for (let index = 0; index < WINDOW_SAMPLES / 2; index += 1) {
  COSINES[index] = Math.cos((2 * Math.PI * index) / WINDOW_SAMPLES)
  SINES[index] = Math.sin((2 * Math.PI * index) / WINDOW_SAMPLES)
}
const REVERSED = Uint8Array.from({ length: WINDOW_SAMPLES }, (_, index) => reversedBits(index))

function reversedBits(index: number): number {
  let reversed = 0
  for (let bit = 1; bit < WINDOW_SAMPLES; bit *= 2) {
    reversed = reversed * 2 + (index & bit ? 1 : 0)
  }
  return reversed
}

/** Sorts a sample to where the transform wants it. */
export function transformedFrom(index: number): number {
  return REVERSED[index] ?? 0
}

/**
 * Transforms in place; the samples were put in the order of `transformedFrom`. Then `magnitudes`
 * takes the two signals apart again.
 */
export function transform(real: Float64Array, imaginary: Float64Array): void {
  for (let half = 1; half < WINDOW_SAMPLES; half *= 2) {
    const step = WINDOW_SAMPLES / 2 / half
    for (let start = 0; start < WINDOW_SAMPLES; start += 2 * half) {
      for (let offset = 0; offset < half; offset += 1) {
        const cosine = COSINES[offset * step]!
        const sine = SINES[offset * step]!
        const upper = start + offset
        const lower = upper + half
        const re = real[lower]! * cosine + imaginary[lower]! * sine
        const im = imaginary[lower]! * cosine - real[lower]! * sine
        real[lower] = real[upper]! - re
        imaginary[lower] = imaginary[upper]! - im
        real[upper] = real[upper]! + re
        imaginary[upper] = imaginary[upper]! + im
      }
    }
  }
}

/** How strong each frequency is in the first (the real) and in the second (the imaginary) signal. */
export function magnitudes(
  real: Float64Array,
  imaginary: Float64Array,
  first: Float32Array,
  second: Float32Array,
): void {
  for (let bin = 0; bin < BIN_COUNT; bin += 1) {
    const mirrored = (WINDOW_SAMPLES - bin) % WINDOW_SAMPLES
    const realSum = real[bin]! + real[mirrored]!
    const realDifference = real[mirrored]! - real[bin]!
    const imaginarySum = imaginary[bin]! + imaginary[mirrored]!
    const imaginaryDifference = imaginary[bin]! - imaginary[mirrored]!
    first[bin] = Math.sqrt(realSum ** 2 + imaginaryDifference ** 2) / 2
    second[bin] = Math.sqrt(imaginarySum ** 2 + realDifference ** 2) / 2
  }
}
