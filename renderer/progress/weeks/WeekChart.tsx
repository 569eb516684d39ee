import { line } from 'd3-shape'
import { useRef } from 'react'
import type { Week } from '../../../shared/progress/progressRequests'
import { letterScale } from '../../lib/letterScale'
import { useWidth } from '../../lib/useWidth'
import { useRoving } from '../../ui/useRoving'
import styles from './WeekChart.module.css'
import { WeekMark, type PlacedWeek } from './WeekMark'
import { weekScale } from './weekScale'
import { shortWeek, weekName } from './weekWords'

/** Around the marks, for letters of the usual size. */
const TOP = 12
const BOTTOM = 24
const LEFT = 44
/** Few weeks stand as near to each other as many. */
const WIDEST_STEP = 72
const LABEL_WIDTH = 52
const WIDEST_BAR = 28
const RADIUS = 4.5

interface WeekChartProps {
  readonly label: string
  /** Oldest first, the last one is this week. */
  readonly weeks: readonly Week[]
  readonly look: 'bars' | 'points'
  readonly height: number
  /** In the unit of the axis; null where a week has none. */
  readonly valueOf: (week: Week) => number | null
  readonly words: (week: Week) => string
  readonly atLeast: { readonly low: number; readonly high: number }
  readonly unit: string
  /** Where a line is drawn across: the middle of what was. */
  readonly middle?: number | null
  /** The week that is looked at, in words; null when none is any more. */
  readonly onNamed: (name: string | null) => void
}

/** One value a week. Each mark is a link to its week; all of them are one stop for Tab. */
export function WeekChart(props: WeekChartProps) {
  const { label, weeks, look, height, valueOf, words, atLeast, unit, middle, onNamed } = props
  const figure = useRef<HTMLDivElement>(null)
  const width = useWidth(figure)
  const letters = letterScale()
  const left = LEFT * letters
  const bottom = height - BOTTOM * letters
  const values = weeks.map(valueOf)
  const known = values.filter((value) => value !== null)
  const { yOf, ticks } = weekScale(known, atLeast, [bottom, TOP * letters])
  const step = Math.min(Math.max(0, width - left) / weeks.length, WIDEST_STEP)
  const xs = weeks.map((_, index) => left + (index + 0.5) * step)
  const right = left + weeks.length * step
  const placed = weeks.flatMap((week, index): PlacedWeek[] => {
    const value = values[index]
    if (value === null || value === undefined) return []
    const isThisWeek = index === weeks.length - 1
    const name = `${weekName(week)}: ${words(week)}`
    return [{ week, name, isThisWeek, ...shapeOf(look, xs[index]!, yOf(value), bottom, step) }]
  })
  const { group, stop } = useRoving<SVGSVGElement>(placed.length, placed.length - 1)
  const labelled = Math.max(1, Math.ceil((LABEL_WIDTH * letters) / Math.max(step, 1)))
  return (
    <div ref={figure} className={styles['chart']}>
      <svg {...group} role="group" aria-label={label} width={width} height={height}>
        <g aria-hidden="true">
          {ticks.map((tick) => (
            <g key={tick} transform={`translate(0 ${yOf(tick)})`}>
              <line className={styles['tick']} x1={left} x2={right} />
              <text className={styles['label']} x={left - 10} dy="0.32em" textAnchor="end">
                {tick}
                {unit}
              </text>
            </g>
          ))}
          {weeks.map((week, index) =>
            (weeks.length - 1 - index) % labelled === 0 ? (
              <text
                key={week.day}
                className={styles['label']}
                x={Math.min(xs[index]!, width - (LABEL_WIDTH / 2) * letters)}
                y={height - 6}
                textAnchor="middle"
              >
                {shortWeek(week)}
              </text>
            ) : null,
          )}
          {middle !== null && middle !== undefined && (
            <line
              className={styles['middle']}
              x1={left}
              x2={right}
              y1={yOf(middle)}
              y2={yOf(middle)}
            />
          )}
          {look === 'points' && <path className={styles['line']} d={pathOf(xs, values, yOf)} />}
        </g>
        {placed.map((one, index) => (
          <WeekMark
            key={one.week.day}
            placed={one}
            reach={{ x: one.x + one.width / 2 - step / 2, width: step, height: bottom }}
            roving={stop(index)}
            onName={(isNamed) => onNamed(isNamed ? one.name : null)}
          />
        ))}
      </svg>
    </div>
  )
}

function shapeOf(
  look: WeekChartProps['look'],
  x: number,
  y: number,
  bottom: number,
  step: number,
): Pick<PlacedWeek, 'x' | 'y' | 'width' | 'height' | 'radius'> {
  if (look === 'points') {
    return { x: x - RADIUS, y: y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS, radius: RADIUS }
  }
  const width = Math.min(WIDEST_BAR, step * 0.6)
  // Nothing is a bar that can be seen and reached all the same.
  const height = Math.max(1, bottom - y)
  return { x: x - width / 2, y: bottom - height, width, height, radius: Math.min(2, height / 2) }
}

/** Interrupted where a week has no value. */
function pathOf(
  xs: readonly number[],
  values: readonly (number | null)[],
  yOf: (value: number) => number,
): string | undefined {
  return (
    line<number | null>()
      .defined((value) => value !== null)
      .x((_, index) => xs[index] ?? 0)
      .y((value) => yOf(value ?? 0))([...values]) ?? undefined
  )
}
