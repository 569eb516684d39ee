import type { Page } from '@playwright/test'
import { withApp } from '../apps/driven'
import { compared } from '../figures/result'
import { questionsMs } from '../inPage/questions'
import { FEW_QUESTIONS, libraryOfQuestions, MANY_QUESTIONS } from '../libraries/questions'
import { line } from '../line'
import { inPairs } from '../pairs'

const TIMES = 15

/** From the click on Questions to its painted list, with 10,000 questions against 20. */
line('questions', async () => {
  const few = await libraryOfQuestions(FEW_QUESTIONS)
  const many = await libraryOfQuestions(MANY_QUESTIONS)
  return withApp({ dataFolder: few }, ({ page: small }) =>
    withApp({ dataFolder: many }, async ({ page: large }) => {
      const measure = (page: Page) => () => questionsMs(page)
      const pairs = await inPairs(TIMES, { value: measure(large), floor: measure(small) })
      return compared({ unit: 'ms', ...pairs, atMost: 1.3 })
    }),
  )
})
