import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { temporaryFolder, type RunningApp } from '../../helpers/launch'
import { rotUnnoticed, storedTakes } from '../../helpers/library'
import { disagreementOf } from '../kills/consistency'
import { reportFigure } from '../report'
import { makeLibrary, withApp } from './library'

test('damage that no date gives away is found once the window is there, and mended at the next start', async () => {
  const { folder, remove } = temporaryFolder()
  const library = await makeLibrary(folder)
  const file = join(folder, 'soundcheck.db')
  expect(existsSync(`${file}.clean`), 'the library ended cleanly').toBe(true)
  // Nothing of the first screen looks into it: what reads damage is told at once.
  rotUnnoticed(file, 'marks')
  expect(existsSync(`${file}.clean`)).toBe(true)

  const told = await withApp(folder, async (running) => {
    await watchBoxes(running)
    await running.page.getByRole('heading', { name: 'Practice' }).waitFor()
    await expect.poll(() => boxes(running)).toHaveLength(1)
    return boxes(running)
  })
  expect(told[0]).toMatch(/database is damaged.*recording is still in its file.*start it again/is)
  expect(existsSync(`${file}.clean`)).toBe(false)

  await withApp(folder, async ({ page }) => {
    const dialog = page.getByRole('dialog', { name: 'Recovered recordings' })
    await expect(dialog).toContainText(/database/i)
  })
  const found = storedTakes(folder)
  const values = { takesFound: found.length, takesWanted: library.takes.length, told: told.length }
  reportFigure('database damaged, dates unchanged', values, 'told at once, all takes found')
  const wordsOf = (takes: typeof found) =>
    takes.map(({ id, notes, rating, is_best, duration_ms }) => [
      id,
      notes,
      rating,
      is_best,
      duration_ms,
    ])
  expect(wordsOf(found)).toEqual(wordsOf(library.takes))
  expect(disagreementOf(folder)).toEqual({ rowsWithoutFile: [], filesWithoutRow: [] })
  remove()
})

/** The system's boxes are noted and answered with "Later". */
async function watchBoxes({ app }: RunningApp): Promise<void> {
  await app.evaluate(({ dialog }) => {
    const seen: string[] = []
    Reflect.set(globalThis, 'boxes', seen)
    dialog.showMessageBox = ((_window: unknown, box: { message: string; detail: string }) => {
      seen.push(`${box.message}\n${box.detail}`)
      return Promise.resolve({ response: 1, checkboxChecked: false })
    }) as unknown as typeof dialog.showMessageBox
  })
}

function boxes({ app }: RunningApp): Promise<string[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'boxes') as string[])
}
