const STEPS_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200]
const MOST_TICKS = 8

/** Where a time axis of this length has its labels, in milliseconds from 0. */
export function axisTicks(lengthMs: number): number[] {
  const seconds = lengthMs / 1000
  const step = STEPS_SECONDS.find((one) => seconds / one <= MOST_TICKS) ?? seconds / MOST_TICKS
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, index) => index * step * 1000)
}
