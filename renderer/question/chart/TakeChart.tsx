import { line } from 'd3-shape'
import { useRef } from 'react'
import { count } from '../../lib/format'
import { letterScale } from '../../lib/letterScale'
import { useWidth } from '../../lib/useWidth'
import { useRoving } from '../../ui/useRoving'
import { chartScale } from './chartScale'
import type { Comparable } from '../chooseForComparing'
import { ChartPoint, type PlacedTake } from './ChartPoint'
import { type HeardTake, takeNameOf } from '../heardTake'
import { SessionLabels } from '../SessionLabels'
import styles from './TakeChart.module.css'
import type { ValueSpan, TakeMeasure } from './takeMeasures'

const HEIGHT = 240
/** Around the points, for letters of the usual size. */
const TOP = 16
const BOTTOM = 28
const LEFT = 56

interface TakeChartProps {
  /** Oldest first. */
  readonly takes: readonly HeardTake[]
  readonly measure: TakeMeasure
  /** Shaded behind the points: where the value should be. */
  readonly band: ValueSpan | undefined
  readonly chosen: readonly Comparable[]
  /** The take that is looked at, in words; null when none is any more. */
  readonly onNamed: (name: string | null) => void
}

/**
 * A point for each take that has the measure, at even distances: takes of one evening would lie on
 * each other otherwise. Each point is a link to its take; all of them are one stop for Tab.
 */
export function TakeChart({ takes, measure, band, chosen, onNamed }: TakeChartProps) {
  const figure = useRef<HTMLDivElement>(null)
  const width = useWidth(figure)
  const letters = letterScale()
  const [top, left] = [TOP * letters, LEFT * letters]
  const bottom = HEIGHT - BOTTOM * letters
  const spans = takes.map(measure.of)
  const known = spans.filter((span) => span !== null)
  const { yOf, ticks, highest } = chartScale(measure, known, [bottom, top], band)
  const beyondCount = known.filter(({ high }) => high > highest).length
  const step = Math.max(0, width - left) / takes.length
  const xs = takes.map((_, index) => left + (index + 0.5) * step)
  const placed = takes.flatMap((heard, index): PlacedTake[] => {
    const span = spans[index]
    if (!span) return []
    const name = `${takeNameOf(heard.take, takes)}: ${measure.words(span)}`
    return [{ heard, name, x: xs[index]!, top: yOf(span.high), bottom: yOf(span.low) }]
  })
  const { group, stop } = useRoving<SVGSVGElement>(placed.length, placed.length - 1)
  // A line says that one follows from the other; between estimates it would promise too much.
  const path = measure.axis === 'pace' ? null : pathOf(xs, spans, yOf)

  return (
    <div ref={figure} className={styles['chart']}>
      <svg
        {...group}
        role="group"
        aria-label={`${measure.name}, take by take`}
        width={width}
        height={HEIGHT}
      >
        <g aria-hidden="true">
          {band && (
            <rect
              className={styles['band']}
              x={left}
              width={Math.max(0, width - left)}
              y={yOf(band.high)}
              height={yOf(band.low) - yOf(band.high)}
            />
          )}
          {ticks.map(({ value, words }) => (
            <g key={value} transform={`translate(0 ${yOf(value)})`}>
              <line className={styles['tick']} x1={left} x2={width} />
              <text className={styles['label']} x={left - 10} dy="0.32em" textAnchor="end">
                {words}
              </text>
            </g>
          ))}
          <SessionLabels takes={takes} xs={xs} step={step} top={top} bottom={bottom} />
          {path && <path className={styles['line']} d={path} />}
        </g>
        {placed.map((point, index) => (
          <ChartPoint
            key={point.heard.take.id}
            point={point}
            step={step}
            isChosen={chosen.includes(point.heard.take.id)}
            roving={stop(index)}
            onName={(isNamed) => onNamed(isNamed ? point.name : null)}
          />
        ))}
      </svg>
      {beyondCount > 0 && (
        <p className={styles['note']}>
          {count(beyondCount, 'take')} beyond the chart, drawn at its top.
        </p>
      )}
    </div>
  )
}

/** Interrupted where a take has no value. */
function pathOf(
  xs: readonly number[],
  spans: readonly (ValueSpan | null)[],
  yOf: (value: number) => number,
): string | null {
  return line<ValueSpan | null>()
    .defined((span) => span !== null)
    .x((_, index) => xs[index] ?? 0)
    .y((span) => yOf(span?.low ?? 0))([...spans])
}
