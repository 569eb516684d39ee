/** What even a digital silence is said to have, so that every level is a number. */
export const SILENCE_DB = -120

/** The level of a mean square, in dB of full scale. */
export function decibels(meanSquare: number): number {
  return Math.max(SILENCE_DB, 10 * Math.log10(meanSquare))
}

/**
 * The level that so large a share of the levels is below, or a silence where there are none. The
 * levels are put in order.
 */
export function quantile(levels: Float32Array, share: number): number {
  levels.sort()
  return levels[Math.min(levels.length - 1, Math.floor(share * levels.length))] ?? SILENCE_DB
}
