import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { withApp, withBare } from '../apps/driven'
import { compared } from '../figures/result'
import { openOnlySession } from '../inPage/pastSession'
import { paintedWaveMs } from '../inPage/paintedWave'
import { hourFile, libraryWithHour } from '../libraries/hour'
import { line } from '../line'
import { inPairs, PAIRS } from '../pairs'

/**
 * From the click on a take of an hour to its painted wave, against decoding the same file, which is
 * what a wave is usually drawn from.
 */
line('open-take', async () => {
  const dataFolder = await libraryWithHour()
  const file = pathToFileURL(hourFile(dataFolder)).href
  return withBare({ page: 'player.html' }, ({ page: barePage }) =>
    withApp({ dataFolder }, async ({ page }) => {
      const pairs = await inPairs(PAIRS, {
        value: async () => {
          const button = await openOnlySession(page)
          return paintedWaveMs(page, button)
        },
        floor: () => decodeMs(barePage, file),
      })
      return compared({ unit: 'ms', ...pairs, atMost: 0.02 })
    }),
  )
})

/** Reading the file is not in it. */
function decodeMs(page: Page, file: string): Promise<number> {
  return page.evaluate(async (url) => {
    const bytes = await (await fetch(url)).arrayBuffer()
    const context = new OfflineAudioContext(1, 1, 48_000)
    const beganAtMs = performance.now()
    await context.decodeAudioData(bytes)
    return performance.now() - beganAtMs
  }, file)
}
