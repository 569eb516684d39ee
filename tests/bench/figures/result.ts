import type { BenchName } from '../../../scripts/bench/names.mjs'
import { median, rounded, seriesOf, type Series } from './statistics'

/** The type of the annotation that carries a result out of a test. */
export const RESULT = 'bench'

/** One line of the table, as it is written to the file too. */
export interface BenchResult {
  name: BenchName
  unit: string
  /** null when it could not be measured; `wanted` then says why. */
  value: number | null
  /** What the same costs without the app, or at the smallest size; null where there is none. */
  floor: number | null
  ratio: number | null
  wanted: string
  holds: boolean
  samples: Record<string, Series>
}

/** What a line measured. */
export type Measured = Omit<BenchResult, 'name'>

/** Something that has to hold beside the ratio. */
export interface Condition {
  wanted: string
  holds: boolean
}

interface Comparison {
  unit: string
  value: readonly number[]
  floor: readonly number[]
  atMost: number
  /** Makes one figure out of a series; the median unless said. */
  by?: (values: readonly number[]) => number
  also?: readonly Condition[]
  /** Further series that explain the figures. */
  beside?: Record<string, readonly number[]>
}

/** What was measured against the floor that was taken between. */
export function compared(comparison: Comparison): Measured {
  const { unit, value, floor, atMost, by = median, also = [], beside = {} } = comparison
  const figure = by(value)
  const floorFigure = by(floor)
  const ratio = figure / floorFigure
  return {
    unit,
    value: rounded(figure),
    floor: rounded(floorFigure),
    ratio: rounded(ratio),
    wanted: [`<= ${String(atMost)}`, ...also.map(({ wanted }) => wanted)].join(', '),
    holds: ratio <= atMost && also.every(({ holds }) => holds),
    samples: samplesOf({ value, floor, ...beside }),
  }
}

/** What may cost so much more than its floor, whatever that is. */
export function comparedBy(
  difference: Omit<Comparison, 'atMost' | 'also'> & { readonly atMostMore: number },
): Measured {
  const { unit, value, floor, atMostMore, by = median, beside = {} } = difference
  const [figure, floorFigure] = [by(value), by(floor)]
  return {
    unit,
    value: rounded(figure),
    floor: rounded(floorFigure),
    ratio: rounded(figure / floorFigure),
    wanted: `at most ${String(atMostMore)} more`,
    holds: figure - floorFigure <= atMostMore,
    samples: samplesOf({ value, floor, ...beside }),
  }
}

/** A figure that stands alone, with nothing to hold it against. */
export function stated({
  unit,
  value,
  beside = {},
}: {
  unit: string
  value: number
  beside?: Record<string, readonly number[]>
}): Measured {
  return {
    unit,
    value: rounded(value),
    floor: null,
    ratio: null,
    wanted: 'stated',
    holds: true,
    samples: samplesOf({ value: [value], ...beside }),
  }
}

/** A line that could not be measured holds nothing. */
export function notMeasured(name: BenchName, reason: string): BenchResult {
  const wanted = `could not be measured: ${reason}`
  return {
    name,
    unit: '',
    value: null,
    floor: null,
    ratio: null,
    wanted,
    holds: false,
    samples: {},
  }
}

export function samplesOf(series: Record<string, readonly number[]>): Record<string, Series> {
  return Object.fromEntries(
    Object.entries(series)
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => [name, seriesOf(values)]),
  )
}
