/** Below 1, so that a quiet voice can still be seen; one curve for all, so that louder stays louder. */
const EXPONENT = 0.6

/** How high an amplitude between 0 and 1 is drawn, as a share of the full height. */
export function displayHeight(amplitude: number): number {
  return Math.min(1, amplitude) ** EXPONENT
}
