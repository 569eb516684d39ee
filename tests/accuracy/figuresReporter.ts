import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node'
import { documentFigures } from '../helpers/documentFigures'
import { machine } from '../helpers/machine'
import { markdownTable } from '../helpers/markdownTable'
import type { Figure } from './figures'

/** Prints what the accuracy tests measured as one table; silent when nothing was measured. */
// oxlint-disable-next-line import/no-default-export -- this is how Vitest finds a reporter
export default class FiguresReporter implements Reporter {
  readonly #machine = machine() // now, because the load belongs to it

  async onTestRunEnd(
    modules: readonly TestModule[],
    _errors: unknown,
    reason: TestRunEndReason,
  ): Promise<void> {
    const figures = modules.flatMap((module) =>
      [...module.children.allTests()].flatMap((test) => test.meta().figures ?? []),
    )
    if (figures.length === 0) return
    const table = tableOf(figures)
    console.log(`\n${table}\n`)
    if (reason !== 'interrupted') await documentFigures({ table, on: this.#machine })
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
  return markdownTable(HEADINGS, rows)
}
