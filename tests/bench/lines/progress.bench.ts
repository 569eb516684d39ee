import type { Page } from '@playwright/test'
import { withApp } from '../apps/driven'
import { delays, watchDelays } from '../apps/mainDelays'
import { compared } from '../figures/result'
import { progressMs } from '../inPage/progress'
import { copyOf } from '../libraries/libraries'
import { FEW_TAKES, libraryOfTakes, MANY_TAKES } from '../libraries/spoken'
import { line } from '../line'
import { inPairs } from '../pairs'

const TIMES = 15
const LONGEST_WHILE_SUMMING_UP_MS = 50
/** A start reads the database and makes a backup, which is no part of what is measured. */
const STARTED_WITHIN_MS = 10_000

/**
 * From the click on Progress to its painted charts and list, from stored summaries, with 100,000
 * takes of the last weeks against 100. The first time, when all of it is summed up, main may not be
 * held up.
 */
line('progress', async () => {
  const few = copyOf(await libraryOfTakes(FEW_TAKES))
  const many = copyOf(await libraryOfTakes(MANY_TAKES))
  return withApp({ dataFolder: few }, ({ page: small }) =>
    withApp({ dataFolder: many }, async ({ app, page: large }) => {
      await large.waitForTimeout(STARTED_WITHIN_MS)
      await watchDelays(app)
      const first = await progressMs(large)
      const { maxMs } = await delays(app)
      const measure = (page: Page) => () => progressMs(page)
      const pairs = await inPairs(TIMES, { value: measure(large), floor: measure(small) })
      const also = {
        wanted: `while all is summed up main waits at most ${String(LONGEST_WHILE_SUMMING_UP_MS)} ms`,
        holds: maxMs <= LONGEST_WHILE_SUMMING_UP_MS,
      }
      const beside = { first: [first], longestWhileSummingUp: [maxMs] }
      return compared({ unit: 'ms', ...pairs, atMost: 2, also: [also], beside })
    }),
  )
})
