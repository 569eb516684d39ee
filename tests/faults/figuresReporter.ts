import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type {
  FullConfig,
  FullResult,
  Reporter,
  TestCase,
  TestResult,
} from '@playwright/test/reporter'
import { documentFigures, isDocumented } from '../helpers/documentFigures'
import { machineWithElectron, type MachineWithElectron } from '../helpers/machine'
import { FIGURE, parseFigure, tableOf, type Row, type Verdict } from './figures'

const FILE = 'figures.json'

/**
 * Prints what the fault tests measured as one table, and keeps it in `test-results/figures.json`.
 * What the parts of the same run before it have measured stands first. Silent when nothing was measured.
 */
// oxlint-disable-next-line import/no-default-export -- this is how Playwright finds a reporter
export default class FiguresReporter implements Reporter {
  readonly #rows = new Map<string, readonly Row[]>()
  #folder = 'test-results'
  #machine: MachineWithElectron | null = null

  printsToStdio(): boolean {
    return false // the list of tests goes on being printed by the other reporter
  }

  onBegin(config: FullConfig): void {
    // Now, because the load belongs to it.
    if (isDocumented()) this.#machine = machineWithElectron()
    this.#folder = join(config.configFile ?? '.', '..', 'test-results')
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const rows = rowsOf(test, result)
    // A test that is tried again replaces its rows.
    if (rows.length > 0) this.#rows.set(test.id, rows)
  }

  async onEnd({ status }: FullResult): Promise<void> {
    const rows = [...earlierRows(), ...[...this.#rows.values()].flat()]
    if (rows.length === 0) return
    mkdirSync(this.#folder, { recursive: true })
    writeFileSync(join(this.#folder, FILE), `${JSON.stringify(rows, null, 2)}\n`)
    // The last part of the run prints them, with its own.
    if (process.env.SOUNDCHECK_FIGURES_LATER !== undefined) return
    const table = tableOf(rows)
    console.log(`\n${table}\n`)
    if (this.#machine === null || status === 'interrupted') return
    const rounds = process.env.SOUNDCHECK_FAULTS_COUNT
    const how = rounds === undefined ? [] : [`\`--count ${rounds}\``]
    await documentFigures({ table, on: this.#machine, how })
  }
}

/** What the parts of the run before this one have measured; see scripts/app-tests.mjs. */
function earlierRows(): Row[] {
  const file = process.env.SOUNDCHECK_EARLIER_FIGURES
  if (file === undefined || !existsSync(file)) return []
  return JSON.parse(readFileSync(file, 'utf8')) as Row[]
}

/** What a test measured; one of the fault tests that measured nothing has a row all the same. */
function rowsOf(test: TestCase, result: TestResult): readonly Row[] {
  const holds = verdictOf(test, result)
  const figures = result.annotations.filter(({ type }) => type === FIGURE)
  if (figures.length > 0) {
    return figures.map(({ description = '' }) => ({ ...parseFigure(description), holds }))
  }
  const isFaultTest = test.parent.project()?.name.startsWith('faults')
  if (!isFaultTest || holds === 'yes') return []
  return [{ what: test.title, runs: 0, measured: { because: reasonOf(result) }, wanted: '', holds }]
}

function verdictOf(test: TestCase, result: TestResult): Verdict {
  if (result.status === 'skipped') return 'skipped'
  return result.status === test.expectedStatus ? 'yes' : 'no'
}

function reasonOf({ status, error, annotations }: TestResult): string {
  const skipped = annotations.find(({ type }) => type === 'skip')?.description
  const text = status === 'skipped' ? skipped : error?.message
  const [firstLine = ''] = stripVTControlCharacters(text ?? '').split('\n')
  return firstLine
}
