import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { EXCUSED, MEANT } from './meant'

const PROJECTS = ['layout', 'screenshots']

/**
 * Fails a whole run of the camera in which an entry of the list of what is meant excused nothing: what
 * it was for is gone, and it would excuse a fault that comes.
 */
// oxlint-disable-next-line import/no-default-export -- this is how Playwright finds a reporter
export default class MeantReporter implements Reporter {
  readonly #excused = new Set<number>()
  #hasLooked = false

  printsToStdio(): boolean {
    return false // the list of tests goes on being printed by the other reporter
  }

  onTestEnd(test: TestCase, { annotations }: TestResult): void {
    if (!PROJECTS.includes(test.parent.project()?.name ?? '')) return
    this.#hasLooked = true
    for (const { type, description } of annotations) {
      if (type === EXCUSED) this.#excused.add(Number(description))
    }
  }

  async onEnd({ status }: FullResult): Promise<{ status: FullResult['status'] }> {
    if (!this.#hasLooked || !isWholeRun()) return { status }
    const idle = MEANT.filter((_, place) => !this.#excused.has(place))
    if (idle.length === 0) return { status }
    const lines = idle.map(
      ({ kind, what, over }) => `  ${kind}: ${what}${over ? ` / ${over}` : ''}`,
    )
    console.log(
      `\nNothing was excused by these entries of tests/screenshots/layout/meant.ts:\n${lines.join('\n')}`,
    )
    return { status: status === 'passed' ? 'failed' : status }
  }
}

/** Whether no files or titles were asked for on the command line. */
function isWholeRun(): boolean {
  return process.argv
    .slice(3)
    .every((argument) => argument.startsWith('--') && !argument.startsWith('--grep'))
}
