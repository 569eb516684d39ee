import type { Reporter, TestModule } from 'vitest/node'
import type { Figure } from './figures'

/** Prints what the accuracy tests measured as one table; silent when nothing was measured. */
// oxlint-disable-next-line import/no-default-export -- this is how Vitest finds a reporter
export default class FiguresReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const figures = modules.flatMap((module) =>
      [...module.children.allTests()].flatMap((test) => test.meta().figures ?? []),
    )
    if (figures.length > 0) console.log(`\n${tableOf(figures)}\n`)
  }
}

const HEADINGS = ['measure', 'condition', 'wanted', 'measured', 'holds']

function tableOf(figures: readonly Figure[]): string {
  const order = [...new Set(figures.map(({ measure }) => measure))]
  const rows = figures
    .toSorted((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure))
    .map(({ measure, condition, wanted, measured, holds }) => [
      measure,
      condition,
      wanted,
      measured,
      holds ? 'yes' : 'NO',
    ])
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(HEADINGS), rule, ...rows.map(line)].join('\n')
}
