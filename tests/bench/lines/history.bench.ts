import type { Page } from '@playwright/test'
import { withApp } from '../apps/driven'
import { compared } from '../figures/result'
import { historyMs } from '../inPage/history'
import { HUGE, libraryOf, ORDINARY } from '../libraries/libraries'
import { line } from '../line'
import { inPairs } from '../pairs'

const TIMES = 15

/** From the click on History to its painted list, with 10,000 sessions against 20. */
line('history', async () => {
  const ordinary = await libraryOf(ORDINARY)
  const huge = await libraryOf(HUGE)
  return withApp({ dataFolder: ordinary }, ({ page: small }) =>
    withApp({ dataFolder: huge }, async ({ page: large }) => {
      const measure = (page: Page) => () => historyMs(page)
      const pairs = await inPairs(TIMES, { value: measure(large), floor: measure(small) })
      return compared({ unit: 'ms', ...pairs, atMost: 1.3 })
    }),
  )
})
