import { scaleLinear } from 'd3-scale'

/** About so many lines; the scale takes the next even steps. */
const TICK_COUNT = 3

export interface WeekScale {
  readonly yOf: (value: number) => number
  readonly ticks: readonly number[]
}

/**
 * From values to heights, and the lines to read them by.
 * @param atLeast between which values the axis reaches, whatever there is to show
 * @param range the y of the bottom, then that of the top
 */
export function weekScale(
  values: readonly number[],
  atLeast: { readonly low: number; readonly high: number },
  range: readonly [number, number],
): WeekScale {
  const low = Math.min(atLeast.low, ...values)
  const high = Math.max(atLeast.high, ...values)
  const scale = scaleLinear([low, high], range).nice(TICK_COUNT).clamp(true)
  return { yOf: (value) => scale(value), ticks: scale.ticks(TICK_COUNT) }
}
