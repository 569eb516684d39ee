import type { Page } from '@playwright/test'
import { withApp } from '../apps/driven'
import { compared } from '../figures/result'
import { prepareToday, todayMs } from '../inPage/today'
import { copyOf, withDatabase } from '../libraries/libraries'
import { FEW_QUESTIONS, libraryOfQuestions, MANY_QUESTIONS } from '../libraries/questions'
import { addTakes, MANY_TAKES } from '../libraries/spoken'
import { line } from '../line'
import { inPairs } from '../pairs'

const TIMES = 15

/**
 * From the click on Practice to the painted questions of today, from stored summaries, with 10,000
 * questions and 100,000 takes against 20 and 20.
 */
line('today', async () => {
  const few = await saidLibrary(FEW_QUESTIONS, FEW_QUESTIONS)
  const many = await saidLibrary(MANY_QUESTIONS, MANY_TAKES)
  return withApp({ dataFolder: few }, ({ page: small }) =>
    withApp({ dataFolder: many }, async ({ page: large }) => {
      await prepareToday(small)
      await prepareToday(large)
      const measure = (page: Page) => () => todayMs(page)
      const pairs = await inPairs(TIMES, { value: measure(large), floor: measure(small) })
      return compared({ unit: 'ms', ...pairs, atMost: 1.5 })
    }),
  )
})

async function saidLibrary(questionCount: number, takeCount: number): Promise<string> {
  const folder = copyOf(await libraryOfQuestions(questionCount))
  withDatabase(folder, (db) => addTakes(db, takeCount))
  return folder
}
