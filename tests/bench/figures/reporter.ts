import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { BENCH_NAMES } from '../../../scripts/bench/names.mjs'
import { documentFigures } from '../../helpers/documentFigures'
import { machineWithElectron, type MachineWithElectron } from '../../helpers/machine'
import { jsonOf } from './json'
import { notMeasured, RESULT, type BenchResult } from './result'
import { tableOf } from './table'

/** Prints what was measured as one table, and writes it to SOUNDCHECK_BENCH_JSON when that is set. */
// oxlint-disable-next-line import/no-default-export -- this is how Playwright finds a reporter
export default class BenchReporter implements Reporter {
  readonly #results: BenchResult[] = []
  #machine: MachineWithElectron | null = null

  printsToStdio(): boolean {
    return false // the list of lines goes on being printed by the other reporter
  }

  onBegin(): void {
    this.#machine = machineWithElectron() // now, because the load belongs to it
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const measured = resultOf(test, result)
    if (measured) this.#results.push(measured)
  }

  async onEnd({ status }: FullResult): Promise<void> {
    const results = this.#results.toSorted((a, b) => placeOf(a) - placeOf(b))
    if (results.length === 0) return
    const file = process.env.SOUNDCHECK_BENCH_JSON
    if (file !== undefined) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, jsonOf(this.#machine, results))
    }
    const table = tableOf(results)
    console.log(`\n${table}\n`)
    if (this.#machine === null || status === 'interrupted') return
    await documentFigures({ table, on: this.#machine })
  }
}

function placeOf({ name }: BenchResult): number {
  return BENCH_NAMES.indexOf(name)
}

function resultOf(test: TestCase, { annotations, error }: TestResult): BenchResult | null {
  const description = annotations.find(({ type }) => type === RESULT)?.description
  if (description !== undefined) return JSON.parse(description) as BenchResult
  const name = BENCH_NAMES.find((known) => known === test.title)
  if (name === undefined) return null
  const [reason = ''] = stripVTControlCharacters(error?.message ?? 'it ended early').split('\n')
  return notMeasured(name, reason)
}
