/** A series of measured values, in the order in which they were measured. */
export interface Series {
  median: number
  min: number
  max: number
  all: readonly number[]
}

/** @throws {RangeError} when there is no value */
export function seriesOf(values: readonly number[]): Series {
  const all = values.map(rounded)
  return {
    median: rounded(percentile(values, 50)),
    min: Math.min(...all),
    max: Math.max(...all),
    all,
  }
}

/**
 * The value below which so many per cent of the values lie, between two of them if need be; 50 is
 * the median.
 * @throws {RangeError} when there is no value
 */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = ((sorted.length - 1) * percent) / 100
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new RangeError('Nothing was measured')
  return below + (above - below) * (place - Math.floor(place))
}

export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** Four digits say all that a measurement on a shared machine can know. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
