import { markdownTable } from '../helpers/markdownTable'

/*
 * What a fault test measured. A test pushes it as an annotation, so that it is kept also when the
 * test fails afterwards; the reporter prints all of them as one table.
 */

export const FIGURE = 'figure'

/** Whether what is wanted held: a test that could not be run says neither yes nor no. */
export type Verdict = 'yes' | 'no' | 'skipped'

export interface Figure {
  what: string
  /** How often it was tried. */
  runs: number
  /** Names and values, as measured. */
  measured: Record<string, string>
  wanted: string
}

export interface Row extends Figure {
  holds: Verdict
}

/**
 * `what|key=value|key=value`. The key `wanted` is the words of what is asked for, and `runs` how
 * often it was tried; every other key is a measured figure.
 */
export function parseFigure(description: string): Figure {
  const [what = '', ...parts] = description.split('|').map((part) => part.trim())
  const pairs = parts.map((part) => {
    const [key = '', ...value] = part.split('=')
    return [key.trim(), value.join('=').trim()] as const
  })
  const { runs = '1', wanted = '', ...measured } = Object.fromEntries(pairs)
  return { what, runs: Number(runs), measured, wanted }
}

export function formatFigure(
  what: string,
  values: Record<string, string | number>,
  wanted: string,
): string {
  const rounded = Object.entries(values).map(([key, value]) => `${key}=${wordOf(value)}`)
  return [what, ...rounded, `wanted=${wanted}`].join('|')
}

/** The largest of nothing is -Infinity, and its median NaN; a file without a length has Infinity. */
function wordOf(value: string | number): string {
  if (typeof value === 'string') return value
  if (Number.isNaN(value) || value === -Infinity) return 'none'
  return String(Math.round(value * 100) / 100)
}

const HEADINGS = ['what', 'runs', 'measured', 'wanted', 'holds']

/** The rows as a table in Markdown, with its columns aligned for a terminal too. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    String(row.runs),
    Object.entries(row.measured)
      .map(([key, value]) => `${key} ${value}`)
      .join(', '),
    row.wanted,
    row.holds,
  ])
  return markdownTable(HEADINGS, cells)
}
