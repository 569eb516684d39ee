import { scaleLinear, scaleUtc } from 'd3-scale'
import { formatClock, formatShare } from '../../lib/format'
import type { ValueSpan, TakeMeasure } from './takeMeasures'

/** About so many lines; scales take the next even steps. */
const TICK_COUNT = 4
/** A pace is read against what is usual for speech, not against silence. */
const PACE_WPM: ValueSpan = { low: 80, high: 200 }

interface Tick {
  readonly value: number
  readonly words: string
}

/** One take that was left running must not press all others to the ground: so many middles are enough. */
const HIGHEST_MIDDLES = 4

/** From a measure's values to heights, and the lines to read them by. */
export interface ChartScale {
  readonly yOf: (value: number) => number
  readonly ticks: readonly Tick[]
  /** What is above it is drawn at it. */
  readonly highest: number
}

/**
 * @param spans the values of the takes
 * @param range the y of the bottom, then that of the top
 * @param band where the values should be: it is always seen whole, however short the takes are
 */
export function chartScale(
  { axis, stepNames = {} }: Pick<TakeMeasure, 'axis' | 'stepNames'>,
  spans: readonly ValueSpan[],
  range: readonly [number, number],
  band?: ValueSpan,
): ChartScale {
  const highs = [...spans, ...(band ? [band] : [])]
    .map(({ high }) => high)
    .toSorted((one, other) => one - other)
  const middle = highs[Math.floor(highs.length / 2)] ?? 0
  const highest = Math.max(band?.high ?? 0, Math.min(highs.at(-1) ?? 0, HIGHEST_MIDDLES * middle))
  switch (axis) {
    case 'clock': {
      // A length is a time since midnight to this scale, which is why its ticks are 0:30 and 1:00.
      const scale = scaleUtc([0, Math.max(highest, 1000)], range)
        .nice(TICK_COUNT)
        .clamp(true)
      return {
        yOf: (ms) => scale(ms),
        ticks: scale
          .ticks(TICK_COUNT)
          .map((date) => ({ value: date.getTime(), words: formatClock(date.getTime()) })),
        highest: scale.domain()[1]!.getTime(),
      }
    }
    case 'seconds': {
      const scale = linear(0, Math.max(highest / 1000, 1), range)
      return {
        yOf: (ms) => scale(ms / 1000),
        ticks: scale
          .ticks(TICK_COUNT)
          .map((seconds) => ({ value: seconds * 1000, words: `${seconds} s` })),
        highest: scale.domain()[1]! * 1000,
      }
    }
    case 'share': {
      const scale = linear(0, 1, range)
      return {
        yOf: (share) => scale(share),
        ticks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, words: formatShare(value) })),
        highest: 1,
      }
    }
    case 'pace': {
      const lowest = Math.min(PACE_WPM.low, ...spans.map(({ low }) => low))
      const scale = linear(lowest, Math.max(highest, PACE_WPM.high), range)
      return {
        yOf: (wpm) => scale(wpm),
        ticks: scale.ticks(TICK_COUNT).map((value) => ({ value, words: String(value) })),
        highest: scale.domain()[1]!,
      }
    }
    case 'steps': {
      const scale = scaleLinear([0.5, 4.5], range)
      return {
        yOf: (step) => scale(step),
        ticks: [1, 2, 3, 4].map((value) => ({ value, words: stepNames[value] ?? String(value) })),
        highest: 4,
      }
    }
  }
}

function linear(low: number, high: number, range: readonly [number, number]) {
  return scaleLinear([low, high], range).nice(TICK_COUNT).clamp(true)
}
