import type { ElectronApplication, Page } from '@playwright/test'
import { SessionPage } from '../../e2e/pages/session'
import { withApp } from '../apps/driven'
import { compared } from '../figures/result'
import { copyOf, libraryOf, ORDINARY } from '../libraries/libraries'
import { line } from '../line'
import { inPairs } from '../pairs'

/** Each is a percentile of thousands of delays already. */
const PAIRS_OF_PERCENTILES = 3
const TAKE_MS = 4000
const LISTENED_MS = 2000
const IDLE_MS = 15_000

/**
 * How long something in the main process has to wait for its turn, at worst but for one in a hundred,
 * over a whole rehearsal: two takes, listening, rating, notes, the history and a search. Against the
 * same app left alone.
 */
line('main-block', async () => {
  const dataFolder = copyOf(await libraryOf(ORDINARY))
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
    return compared({ unit: 'ms (p99)', ...pairs, atMost: 2, beside: { longest } })
  })
})

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

interface Histogram {
  enable: () => void
  disable: () => void
  percentile: (percent: number) => number
  max: number
}

/** Node's own measure: a timer that is due each millisecond, and by how much it was late. */
function watchDelays(app: ElectronApplication): Promise<void> {
  return app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const histogram = monitorEventLoopDelay({ resolution: 1 })
    histogram.enable()
    Reflect.set(globalThis, 'delays', histogram)
  })
}

function delays(app: ElectronApplication): Promise<{ p99Ms: number; maxMs: number }> {
  return app.evaluate(() => {
    const histogram = Reflect.get(globalThis, 'delays') as Histogram
    histogram.disable()
    const NANOSECONDS = 1e6
    return { p99Ms: histogram.percentile(99) / NANOSECONDS, maxMs: histogram.max / NANOSECONDS }
  })
}
