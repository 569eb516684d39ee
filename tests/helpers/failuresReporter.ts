import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { FullConfig, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Enough for what was expected and what came. */
const LINES = 12

/**
 * Keeps what failed in the file that `SOUNDCHECK_FAILURES_FILE` names, so that whoever runs one part
 * of the tests after the other (scripts/app-tests.mjs) can say it at the very end.
 */
// oxlint-disable-next-line import/no-default-export -- this is how Playwright finds a reporter
export default class FailuresReporter implements Reporter {
  #folder = ''

  printsToStdio(): boolean {
    return false // the list of tests goes on being printed by the other reporter
  }

  onBegin({ rootDir }: FullConfig): void {
    this.#folder = rootDir
  }

  onTestEnd(test: TestCase, { status, errors }: TestResult): void {
    const file = process.env.SOUNDCHECK_FAILURES_FILE
    if (file === undefined || status === 'skipped' || status === test.expectedStatus) return
    const place = `${relative(this.#folder, test.location.file)}:${String(test.location.line)}`
    const messages = errors.map(({ message = 'no message' }) => beginningOf(message))
    const what = [`${place} ${test.title}`, status, ...messages].join('\n')
    appendFileSync(file, `${what}\n\n`)
  }
}

function beginningOf(message: string): string {
  return stripVTControlCharacters(message).split('\n').slice(0, LINES).join('\n')
}
