import { join } from 'node:path'
import Database from 'better-sqlite3'
import { withApp } from '../apps/driven'
import { compared } from '../figures/result'
import { scrollToEnd } from '../inPage/longestTask'
import { HUGE, libraryOf } from '../libraries/libraries'
import { line } from '../line'

const FRAME_MS = 1000 / 60
const WITHIN_MS = 60_000

/**
 * The longest task of the page while the history of 10,000 sessions is scrolled from top to bottom,
 * against the time of one frame.
 */
line('scroll', async () => {
  const library = await libraryOf(HUGE)
  const oldest = oldestSession(library)
  return withApp({ dataFolder: library }, async ({ page }) => {
    await page.getByRole('link', { name: 'History' }).click()
    await page.getByRole('list', { name: 'Sessions' }).getByRole('listitem').first().waitFor()
    const { longestTaskMs, tookMs, reachedEnd } = await scrollToEnd(page, oldest, WITHIN_MS)
    const rows = await page.getByRole('list', { name: 'Sessions' }).getByRole('listitem').count()
    return compared({
      unit: 'ms',
      value: [longestTaskMs],
      floor: [FRAME_MS],
      atMost: 3,
      also: [{ wanted: `the end within ${String(WITHIN_MS / 1000)} s`, holds: reachedEnd }],
      beside: { tookMs: [tookMs], rows: [rows] },
    })
  })
})

function oldestSession(library: string): string {
  const db = new Database(join(library, 'soundcheck.db'), { readonly: true })
  try {
    return db.prepare<[], string>('SELECT min(id) FROM sessions').pluck().get()!
  } finally {
    db.close()
  }
}
