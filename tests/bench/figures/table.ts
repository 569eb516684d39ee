import type { BenchResult } from './result'

const HEADINGS = ['name', 'unit', 'value', 'floor', 'ratio', 'wanted', 'holds']

/** The results as a table in Markdown, with its columns aligned for a terminal too. */
export function tableOf(results: readonly BenchResult[]): string {
  const rows = results.map(({ name, unit, value, floor, ratio, wanted, holds }) => [
    name,
    unit,
    textOf(value),
    textOf(floor),
    textOf(ratio),
    wanted,
    holds ? 'yes' : 'NO',
  ])
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(HEADINGS), rule, ...rows.map(line)].join('\n')
}

/** Whole numbers from a hundred on; below that two decimals tell more than noise. */
function textOf(value: number | null): string {
  if (value === null) return '-'
  return value >= 100 ? String(Math.round(value)) : String(Math.round(value * 100) / 100)
}
