import type { ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '../e2e/fixtures'
import { runsOf } from './count'
import { killAll, withDescendants } from './kills/processes'
import { Random } from './random'
import { reportFigure } from './report'
import { spawnApp } from './spawnApp'

const RUNS = runsOf({ usually: 3, share: 0.1 })
const ENDS_WITHIN_MS = 30_000

test('of two starts at the same time only one opens the data', async ({ dataFolder }) => {
  test.skip(!existsSync('/proc/self/fd'), 'only /proc tells who has the database open')
  test.setTimeout(30_000 + RUNS * ENDS_WITHIN_MS)
  const random = new Random()
  const database = join(dataFolder, 'soundcheck.db')
  const counts = { runs: 0, oneOpener: 0, mostOpeners: 0 }

  try {
    for (; counts.runs < RUNS; counts.runs += 1) {
      const first = spawnApp(dataFolder)
      await wait(random.between(0, 300))
      const second = spawnApp(dataFolder)
      const both = [first, second]
      try {
        let openers: number[] = []
        const until = Date.now() + ENDS_WITHIN_MS
        while (Date.now() < until && (openers.length === 0 || both.every(isRunning))) {
          openers = both.map(({ pid }) => pid!).filter((pid) => hasOpen(pid, database))
          counts.mostOpeners = Math.max(counts.mostOpeners, openers.length)
          await wait(5)
        }
        const [loser, ...others] = both.filter((app) => !isRunning(app))
        expect(others).toEqual([])
        expect(loser!.exitCode).toBe(0)
        expect(openers).toEqual(both.filter(isRunning).map(({ pid }) => pid))
        counts.oneOpener += 1
      } finally {
        await killAll(both.flatMap(({ pid }) => withDescendants(pid!)))
      }
    }
  } finally {
    reportFigure(
      'two starts at once',
      { ...counts, seed: random.seed },
      'one opener, the other ends',
    )
  }
  expect(counts).toEqual({ runs: RUNS, oneOpener: RUNS, mostOpeners: 1 })
})

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null
}

/** Whether the process has the file open; false once it is gone. */
function hasOpen(pid: number, file: string): boolean {
  try {
    const folder = `/proc/${String(pid)}/fd`
    return readdirSync(folder).some((name) => linkOf(join(folder, name)) === file)
  } catch {
    return false
  }
}

function linkOf(link: string): string | null {
  try {
    return readlinkSync(link)
  } catch {
    return null
  }
}
