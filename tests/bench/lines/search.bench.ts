import { join } from 'node:path'
import Database from 'better-sqlite3'
import { listSessions } from '../../../electron/store/sessions/listSessions'
import { FIRST_PAGE } from '../../../renderer/history/sessionList'
import { ask } from '../../faults/bridge'
import { Random } from '../../faults/random'
import { withApp } from '../apps/driven'
import { compared } from '../figures/result'
import { percentile } from '../figures/statistics'
import { searchMs } from '../inPage/history'
import { HUGE, libraryOf } from '../libraries/libraries'
import { VOCABULARY } from '../libraries/notes'
import { line } from '../line'

const SEARCHES = 60
const PAGE = { before: null, limit: FIRST_PAGE }

/**
 * From the last letter typed to the painted results, in 100,000 takes that all have notes, against
 * the same questions put to the database in plain Node. Frequent and rare words alike.
 */
line('search', async () => {
  const library = await libraryOf(HUGE)
  const db = new Database(join(library, 'soundcheck.db'), { readonly: true })
  const random = new Random(2)
  const value: number[] = []
  const floor: number[] = []
  const askMain: number[] = []
  await withApp({ dataFolder: library }, async ({ page }) => {
    await page.getByRole('link', { name: 'History' }).click()
    // The first one goes before and does not count.
    for (let search = 0; search <= SEARCHES; search += 1) {
      const query = VOCABULARY[Math.floor(VOCABULARY.length ** random.between(0, 0.98))]!
      const typedMs = await searchMs(page, query)
      const sqlMs = await durationMs(() => listSessions(db, { query, ...PAGE }))
      const askedMs = await durationMs(() => ask(page, 'sessions.list', { query, ...PAGE }))
      if (search === 0) continue
      value.push(typedMs)
      floor.push(sqlMs)
      askMain.push(askedMs)
    }
  })
  db.close()
  const by = (values: readonly number[]) => percentile(values, 95)
  return compared({ unit: 'ms (p95)', value, floor, atMost: 2, by, beside: { askMain } })
})

async function durationMs(work: () => unknown): Promise<number> {
  const beganAtMs = performance.now()
  await work()
  return performance.now() - beganAtMs
}
