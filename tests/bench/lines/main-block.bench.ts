import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { listBackupFiles } from '../../../electron/backups/backupFiles'
import { makeBackup } from '../../../electron/backups/copyDatabase'
import { readOnly } from '../../../electron/store/database/readOnly'
import { UNDO_MS } from '../../../shared/defaults'
import { SessionPage } from '../../e2e/pages/session'
import { ask } from '../../faults/bridge'
import { storedTakes } from '../../helpers/library'
import { withApp } from '../apps/driven'
import { delays, watchDelays } from '../apps/mainDelays'
import { compared } from '../figures/result'
import { copyOf, libraryOf, ORDINARY } from '../libraries/libraries'
import { line } from '../line'
import { inPairs } from '../pairs'

/** Each is a percentile of thousands of delays already. */
const PAIRS_OF_PERCENTILES = 3
const TAKE_MS = 4000
const LISTENED_MS = 2000
const IDLE_MS = 15_000
const DAY_MS = 24 * 60 * 60 * 1000

/** What is deleted goes two seconds after it can no longer be brought back; watched from before it. */
const PURGE_AFTER_MS = UNDO_MS + 2000
const WATCHED_BEFORE_MS = 2000
const WATCHED_MS = 6000
/** More than this is a frame that is late, and a chunk of a recording that waits. */
const LONGEST_WHILE_PURGING_MS = 50

/**
 * How long something in the main process has to wait for its turn, at worst but for one in a hundred,
 * over a whole rehearsal: two takes, listening, rating, notes, the history and a search. Against the
 * same app left alone. And at worst while a take is recorded and a deleted one is removed from as
 * many backups as there can be.
 */
line('main-block', async () => {
  const dataFolder = copyOf(await libraryOf(ORDINARY))
  fillWithBackups(dataFolder)
  const [deleted] = storedTakes(dataFolder)
  return withApp({ dataFolder }, async ({ app, page }) => {
    const longest: number[] = []
    const delayMs = async (work: () => Promise<void>): Promise<number> => {
      await watchDelays(app)
      await work()
      const { p99Ms, maxMs } = await delays(app)
      longest.push(maxMs)
      return p99Ms
    }
    const pairs = await inPairs(PAIRS_OF_PERCENTILES, {
      value: () => delayMs(() => rehearse(page)),
      floor: () => delayMs(() => page.waitForTimeout(IDLE_MS)),
    })
    await ask(page, 'takes.delete', { takeId: deleted!.id })
    await page.waitForTimeout(PURGE_AFTER_MS - WATCHED_BEFORE_MS - TAKE_MS)
    const whilePurging = await longestWhileRecording(app, page)
    if (idsInBackups(dataFolder).has(deleted!.id)) throw new Error('Nothing was purged meanwhile')
    const also = {
      wanted: `while a purge cleans the backups at most ${String(LONGEST_WHILE_PURGING_MS)} ms`,
      holds: whilePurging <= LONGEST_WHILE_PURGING_MS,
    }
    const beside = { longest, longestWhilePurging: [whilePurging] }
    return compared({ unit: 'ms (p99)', ...pairs, atMost: 2, also: [also], beside })
  })
})

/** As many as are kept, of everything that the library holds. */
function fillWithBackups(dataFolder: string): void {
  const reasons = [
    ...Array.from({ length: 20 }, () => 'by-hand' as const),
    ...Array.from({ length: 11 }, () => 'daily' as const),
    ...Array.from({ length: 3 }, () => 'before-update' as const),
    ...Array.from({ length: 3 }, () => 'before-restore' as const),
  ]
  const database = join(dataFolder, 'soundcheck.db')
  const folder = join(dataFolder, 'backups')
  for (const [index, reason] of reasons.entries()) {
    // Days and then weeks apart, so that the app does not find any of them too old.
    const daysAgo = index < 27 ? index - 20 : (index - 26) * 7
    const madeAtMs = Date.now() - (reason === 'daily' ? daysAgo * DAY_MS : index)
    makeBackup({ databaseFile: database, folder, reason, madeAtMs })
  }
}

/** The ids of the takes in any of the backups. */
function idsInBackups(dataFolder: string): Set<string> {
  const files = listBackupFiles(join(dataFolder, 'backups'))
  const idsIn = ({ path }: { path: string }): string[] =>
    readOnly(path, (db) => db.prepare<[], string>('SELECT id FROM takes').pluck().all())
  return new Set(files.flatMap(idsIn))
}

async function longestWhileRecording(app: ElectronApplication, page: Page): Promise<number> {
  const session = await SessionPage.start(page)
  const recording = session.recordTake(TAKE_MS + WATCHED_BEFORE_MS + WATCHED_MS)
  await page.waitForTimeout(TAKE_MS) // what beginning costs is not what is asked for
  await watchDelays(app)
  await page.waitForTimeout(WATCHED_MS)
  const { maxMs } = await delays(app)
  await recording
  return maxMs
}

async function rehearse(page: Page): Promise<void> {
  const session = await SessionPage.start(page)
  for (let take = 0; take < 2; take += 1) {
    await session.recordTake(TAKE_MS)
    await session.answer.getByRole('button', { name: 'Play answer' }).click()
    await page.waitForTimeout(LISTENED_MS)
    await page.getByRole('radio', { name: 'Good' }).check()
    await page.getByRole('textbox', { name: 'Notes' }).fill('Slower at the start')
    await page.getByRole('button', { name: 'Next question' }).click()
  }
  await page.getByRole('button', { name: 'Finish session' }).click()
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('searchbox', { name: 'Search history' }).fill('slower')
  await page.locator('mark').first().waitFor()
  await page.getByRole('link', { name: 'Practice' }).click()
  await page.getByRole('heading', { name: 'Practice' }).waitFor()
}
