import { join } from 'node:path'
import Database from 'better-sqlite3'
import { listQuestions, questionRows } from '../../../electron/store/questions/listQuestions'
import { EVERY_QUESTION } from '../../../renderer/questions/list/questionList'
import { ask } from '../../faults/bridge'
import { Random } from '../../faults/random'
import { withApp } from '../apps/driven'
import { comparedBy } from '../figures/result'
import { percentile } from '../figures/statistics'
import { questionsSearchMs } from '../inPage/questions'
import { libraryOfQuestions, MANY_QUESTIONS } from '../libraries/questions'
import { VOCABULARY } from '../libraries/notes'
import { line } from '../line'

const SEARCHES = 60
/** As many rows as the page asks for at first. */
const ROWS = 50

/**
 * From the last letter typed to the painted results among 10,000 questions, against the same
 * statements in plain Node: the ids of all that fit, and the rows of the first ones.
 */
line('questions-search', async () => {
  const library = await libraryOfQuestions(MANY_QUESTIONS)
  const db = new Database(join(library, 'soundcheck.db'), { readonly: true })
  const random = new Random(2)
  const value: number[] = []
  const floor: number[] = []
  const askMain: number[] = []
  await withApp({ dataFolder: library }, async ({ page }) => {
    await page.getByRole('link', { name: 'Questions' }).click()
    await page.getByRole('searchbox', { name: 'Search questions' }).waitFor()
    // The first one goes before and does not count.
    for (let search = 0; search <= SEARCHES; search += 1) {
      const query = VOCABULARY[Math.floor(VOCABULARY.length ** random.between(0, 0.9))]!
      const wanted = { ...EVERY_QUESTION, query }
      const typedMs = await questionsSearchMs(page, query)
      const sqlMs = await durationMs(() => {
        const { questionIds } = listQuestions(db, wanted)
        return questionRows(db, questionIds.slice(0, ROWS))
      })
      const askedMs = await durationMs(() => ask(page, 'questions.list', wanted))
      if (search === 0) continue
      value.push(typedMs)
      floor.push(sqlMs)
      askMain.push(askedMs)
    }
  })
  db.close()
  const by = (values: readonly number[]) => percentile(values, 95)
  return comparedBy({ unit: 'ms (p95)', value, floor, atMostMore: 20, by, beside: { askMain } })
})

async function durationMs(work: () => unknown): Promise<number> {
  const beganAtMs = performance.now()
  await work()
  return performance.now() - beganAtMs
}
