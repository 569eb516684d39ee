import { isDeepStrictEqual } from 'node:util'
import { expect, test } from '@playwright/test'
import { temporaryFolder } from '../../helpers/launch'
import { storedTakes, type StoredTake } from '../../helpers/library'
import { runsOf } from '../count'
import { disagreementOf } from '../kills/consistency'
import { reportFigure } from '../report'
import { DATABASE_DAMAGE, keepsRecords } from './databaseDamage'
import { cardsOf, makeLibrary, withApp, withCopy, type Library } from './library'

let library: Library
let removeLibrary: () => void

test.beforeAll(async () => {
  const { folder, remove } = temporaryFolder()
  removeLibrary = remove
  library = await makeLibrary(folder)
  expect(library.takes).toHaveLength(8)
})
test.afterAll(() => removeLibrary())

/**
 * One that shows in a page, one that leaves the newest backup useless, one that leaves nothing but
 * sound. All of them are tried on what opens a library by a unit test
 * (tests/unit/electron/recovery/databaseDamage.test.ts), and here in the long run.
 */
const A_FEW = [
  'a page of noise where takes are',
  'noise, and the newest backup is noise too',
  'no database, no backup, and no records beside the sound',
]
const ways = Object.entries(DATABASE_DAMAGE).filter(
  ([way]) => runsOf({ usually: A_FEW.length }) > A_FEW.length || A_FEW.includes(way),
)

test('whatever happens to the database, the app starts and every take is found', async () => {
  let started = 0
  let takesFound = 0
  let questionsFound = 0
  const untold: string[] = []
  for (const [way, harm] of ways) {
    await test.step(way, () =>
      withCopy(library, async (folder) => {
        harm(folder)
        await withApp(folder, async ({ page }, errors) => {
          const dialog = page.getByRole('dialog', { name: 'Recovered recordings' })
          await page.getByText('Practice').first().waitFor()
          started += 1
          await dialog.waitFor()
          if (!/database/i.test(await dialog.innerText())) untold.push(way)
          await page.keyboard.press('Escape')
          const ids = library.questions.map(({ question }) => question.id)
          const cards = await cardsOf(page, ids)
          questionsFound += cards.filter((card, index) =>
            isDeepStrictEqual(card, library.questions[index]),
          ).length
          expect(errors, way).toEqual([])
        })
        const found = storedTakes(folder)
        const ids = new Set(found.map(({ id }) => id))
        takesFound += library.takes.filter(({ id }) => ids.has(id)).length
        expect(
          found.every(({ state }) => state === 'ready'),
          way,
        ).toBe(true)
        expect(disagreementOf(folder), way).toEqual({ rowsWithoutFile: [], filesWithoutRow: [] })
        if (keepsRecords(way)) expect(found.map(wordsOf), way).toEqual(library.takes.map(wordsOf))
        await startsCalmly(folder, way)
      }),
    )
  }
  const takesWanted = ways.length * library.takes.length
  const questionsWanted = ways.length * library.questions.length
  reportFigure(
    'database corrupt',
    {
      ways: ways.length,
      started,
      takesFound,
      takesWanted,
      questionsFound,
      questionsWanted,
      untold: untold.length,
    },
    'starts each time, all takes and questions found',
  )
  expect({ started, takesFound, questionsFound, untold }).toEqual({
    started: ways.length,
    takesFound: takesWanted,
    questionsFound: questionsWanted,
    untold: [],
  })
})

/** What a person would miss: the words, the rating, the place as best one, the length. */
function wordsOf({ id, notes, rating, is_best, duration_ms }: StoredTake) {
  return { id, notes, rating, is_best, duration_ms }
}

/** The second start has nothing to say any more. */
function startsCalmly(folder: string, way: string): Promise<void> {
  return withApp(folder, async ({ page }) => {
    await page.getByRole('heading', { name: 'Practice' }).waitFor()
    await page.waitForTimeout(300)
    await expect(page.getByRole('dialog'), way).toBeHidden()
  })
}
