import type { Page } from '@playwright/test'
import { expect, test } from '../../e2e/fixtures'
import { SessionPage } from '../../e2e/pages/session'
import { reportFigure } from '../report'
import { clearMemory } from './memory'

const TAKE_MS = 10_000
/** The one that was encoded last and the one that is on its way to the disk may still be there. */
const MOST_HELD = 4

interface Chunks {
  made: number
  freed: number
}

test('while it records, the page lets go of each chunk that is on the disk', async ({ page }) => {
  const session = await SessionPage.start(page)
  await page.evaluate(() => {
    const chunks: Chunks = { made: 0, freed: 0 }
    Reflect.set(globalThis, 'chunks', chunks)
    const registry = new FinalizationRegistry<null>(() => (chunks.freed += 1))
    Reflect.set(globalThis, 'chunkRegistry', registry)
    const start: (this: MediaRecorder, everyMs?: number) => void = Reflect.get(
      MediaRecorder.prototype,
      'start',
    )
    MediaRecorder.prototype.start = function (this: MediaRecorder, everyMs?: number) {
      this.addEventListener('dataavailable', ({ data }) => {
        chunks.made += 1
        registry.register(data, null)
      })
      start.call(this, everyMs)
    }
  })
  await session.begin()
  await page.waitForTimeout(TAKE_MS)

  const held = async (): Promise<number> => {
    await clearMemory(page)
    const chunks = await chunksOf(page)
    return chunks.made - chunks.freed
  }
  // Chromium tells of what it has cleared away a moment later.
  await expect
    .poll(held)
    .toBeLessThanOrEqual(MOST_HELD)
    .catch(() => {})
  const stillHeld = await held()
  const { made } = await chunksOf(page)
  reportFigure(
    'chunks kept by the page',
    { chunks: made, held: stillHeld },
    `at most ${String(MOST_HELD)} of a take that is still recorded`,
  )
  expect(made).toBeGreaterThan(TAKE_MS / 1000)
  expect(stillHeld).toBeLessThanOrEqual(MOST_HELD)
})

function chunksOf(page: Page): Promise<Chunks> {
  return page.evaluate(() => Reflect.get(globalThis, 'chunks') as Chunks)
}
