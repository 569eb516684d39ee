import { relative } from 'node:path'
import type { FullConfig, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/**
 * Prints how long the fault tests of each file took, the slowest first, so that a file that has
 * become slow is seen. Where two run at a time, the sum is more than what somebody waited.
 */
// oxlint-disable-next-line import/no-default-export -- this is how Playwright finds a reporter
export default class TimesReporter implements Reporter {
  readonly #msOfFile = new Map<string, number>()
  #folder = ''

  printsToStdio(): boolean {
    return false // the list of tests goes on being printed by the other reporter
  }

  onBegin({ rootDir }: FullConfig): void {
    this.#folder = rootDir
  }

  onTestEnd(test: TestCase, { duration }: TestResult): void {
    if (!test.parent.project()?.name.startsWith('faults')) return
    const file = relative(this.#folder, test.location.file)
    this.#msOfFile.set(file, (this.#msOfFile.get(file) ?? 0) + duration)
  }

  onEnd(): void {
    if (this.#msOfFile.size === 0) return
    const slowestFirst = [...this.#msOfFile].toSorted(([, one], [, other]) => other - one)
    const lines = slowestFirst.map(([file, ms]) => `${seconds(ms)}  ${file}`)
    const sum = slowestFirst.reduce((total, [, ms]) => total + ms, 0)
    console.log(`\nTime by file:\n${lines.join('\n')}\n${seconds(sum)}  together`)
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).padStart(7)} s`
}
