import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '../../e2e/fixtures'
import { runsOf } from '../count'
import { Random } from '../random'
import { reportFigure } from '../report'
import { spawnApp } from '../spawnApp'
import { Burst } from './acknowledged/burst'
import { withChange } from './acknowledged/change'
import { withoutUnanswered } from './acknowledged/questionChange'
import { afterStart, differences } from './acknowledged/shelf'
import { storedShelf } from './acknowledged/stored'
import { disagreementOf } from './consistency'
import { killAll, killEverything, withDescendants } from './processes'

const RUNS = runsOf({ usually: 9 })
const RUN_WITHIN_MS = 30_000
const TAKES_PER_RUN = 3
/** Every so many runs the next start is killed as well, in the middle of tidying up. */
const START_KILLED_EVERY = 3

test('whatever was acknowledged before everything is killed is there, whole, after a start', async ({
  running,
  launch,
  dataFolder,
}) => {
  test.setTimeout(60_000 + RUNS * RUN_WITHIN_MS)
  const random = new Random()
  const counts = { runs: 0, startsKilled: 0, acknowledged: 0, unanswered: 0, arrivedAllTheSame: 0 }
  const lost: string[] = []
  const rowsWithoutFile: string[] = []
  const filesWithoutRow: string[] = []
  let current = running

  try {
    while (counts.runs < RUNS) {
      const before = await storedShelf(current.page, dataFolder)
      const burst = new Burst(current.page, before, random)
      await burst.prepare(TAKES_PER_RUN)
      let isKilled = false
      const changing = burst.untilKilled(() => isKilled)
      await wait(random.between(20, 700))
      isKilled = true
      await killEverything(current.app)
      await changing
      counts.runs += 1
      counts.acknowledged += burst.acknowledged
      if (counts.runs % START_KILLED_EVERY === 0) {
        await killDuringStart(dataFolder, random)
        counts.startsKilled += 1
      }

      current = await launch()
      const found = await storedShelf(current.page, dataFolder)
      const { shelf, pending } = burst
      const without = differences(afterStart(shelf), found)
      counts.unanswered += pending ? 1 : 0
      if (without.length > 0) {
        const arrived =
          pending !== null &&
          differences(
            afterStart(withChange(shelf, pending, undefined)),
            withoutUnanswered(found, shelf, pending),
          ).length === 0
        if (arrived) counts.arrivedAllTheSame += 1
        else lost.push(...without.map((difference) => `run ${counts.runs}: ${difference}`))
      }
      const disagreement = disagreementOf(dataFolder)
      rowsWithoutFile.push(...disagreement.rowsWithoutFile)
      filesWithoutRow.push(...disagreement.filesWithoutRow)
    }
  } finally {
    reportFigure(
      'everything killed amid changes',
      {
        ...counts,
        lost: lost.length,
        rowsWithoutFile: rowsWithoutFile.length,
        filesWithoutRow: filesWithoutRow.length,
        seed: random.seed,
      },
      '0 acknowledged changes lost, 0 rows without file, 0 files without row',
    )
  }
  expect(lost).toEqual([])
  expect(rowsWithoutFile).toEqual([])
  expect(filesWithoutRow).toEqual([])
})

async function killDuringStart(dataFolder: string, random: Random): Promise<void> {
  const starting = spawnApp(dataFolder)
  await wait(random.between(100, 1000))
  await killAll(withDescendants(starting.pid!))
}
