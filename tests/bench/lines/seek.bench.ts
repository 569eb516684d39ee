import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { Random } from '../../faults/random'
import { withApp, withBare } from '../apps/driven'
import { compared } from '../figures/result'
import { heardAfterSeekMs, watchSound } from '../inPage/heard'
import { openOnlySession } from '../inPage/pastSession'
import { hourFile, libraryWithHour } from '../libraries/hour'
import { line } from '../line'
import { inPairs } from '../pairs'

const TIMES = 25
/** What plays has settled before the next seek. */
const BETWEEN_MS = 200

/** From a seek to a random place of an hour to its sound, against a bare page with the same file. */
line('seek', async () => {
  const dataFolder = await libraryWithHour()
  const file = pathToFileURL(hourFile(dataFolder)).href
  const random = new Random(4)
  return withBare({ page: 'player.html' }, ({ page: barePage }) =>
    withApp({ dataFolder }, async ({ page }) => {
      await watchSound(page)
      await watchSound(barePage)
      const button = await openOnlySession(page)
      await button.click()
      await barePage.evaluate((url) => new Audio(url).play(), file)
      const seekMs = async (target: Page): Promise<number> => {
        const ms = await heardAfterSeekMs(target, random.between(0.02, 0.95))
        await target.waitForTimeout(BETWEEN_MS)
        return ms
      }
      const pairs = await inPairs(TIMES, {
        value: () => seekMs(page),
        floor: () => seekMs(barePage),
      })
      return compared({ unit: 'ms', ...pairs, atMost: 1.5 })
    }),
  )
})
