import { markdownTable } from '../../helpers/markdownTable'
import type { Series } from './statistics'
import type { BenchResult } from './result'

const HEADINGS = ['name', 'value', 'floor', 'ratio', 'wanted', 'holds']

/** The results as a table in Markdown, with its columns aligned for a terminal too. */
export function tableOf(results: readonly BenchResult[]): string {
  return markdownTable(HEADINGS, results.map(cellsOf))
}

function cellsOf(result: BenchResult): string[] {
  const { name, value, floor, ratio, wanted, holds, unit, samples } = result
  return [
    name,
    figureOf(value, unit, samples['value']),
    figureOf(floor, unit, samples['floor']),
    textOf(ratio),
    wanted,
    holds ? 'yes' : 'NO',
  ]
}

/** Whole numbers from a hundred on; below that two decimals tell more than noise. */
function textOf(value: number | null): string {
  if (value === null) return '-'
  return value >= 100 ? String(Math.round(value)) : String(Math.round(value * 100) / 100)
}

/** With its unit, and where it is the middle of several, with the smallest and the largest. */
function figureOf(value: number | null, unit: string, series: Series | undefined): string {
  if (value === null) return textOf(value)
  const figure = `${textOf(value)} ${unit}`
  if (series === undefined || series.all.length < 2 || series.median !== value) return figure
  return `${figure}, ${textOf(series.min)} to ${textOf(series.max)}`
}
