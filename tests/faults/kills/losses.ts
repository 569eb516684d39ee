/** Median and maximum of what was lost, in milliseconds. */
export function lossFigures(lostMs: readonly number[]): {
  medianLostMs: number
  maxLostMs: number
} {
  const sorted = lostMs.toSorted((a, b) => a - b)
  return {
    medianLostMs: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    maxLostMs: sorted.at(-1) ?? Number.NaN,
  }
}
