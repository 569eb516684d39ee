/** What even a digital silence is said to have, so that every level is a number. */
export const SILENCE_DB = -120

/** The level of a mean square, in dB of full scale. */
export function decibels(meanSquare: number): number {
  return Math.max(SILENCE_DB, 10 * Math.log10(meanSquare))
}

/** The value that so large a share of the values is below; the values are put in order. */
export function quantile(values: Float32Array, share: number): number {
  values.sort()
  return values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? SILENCE_DB
}
