import { copyOldLibrary, OLD_CONTENTS } from '../helpers/oldLibrary'
import { storedTakes } from '../helpers/library'
import { expect, test } from './fixtures'

const { sessions, takes, settings } = OLD_CONTENTS
const shown = sessions.filter(({ deletedAtMs }) => deletedAtMs === null)

test('a library of 0.1.0 opens, shows its past and plays', async ({ dataFolder, launch }) => {
  copyOldLibrary(dataFolder)
  const { app, page } = await launch()
  const dialog = page.getByRole('dialog', { name: 'Recovered recordings' })
  // The one that nobody has decided about, and the one amid which everything was killed.
  await expect(dialog.getByRole('button', { name: 'Play recording' })).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Resume session' })).toBeVisible()

  await page.getByRole('link', { name: 'History' }).click()
  const list = page.getByRole('list', { name: 'Sessions' })
  await expect(list.getByRole('listitem')).toHaveCount(shown.length)

  await page.evaluate((id) => (location.hash = `#/history/${id}`), shown[1]!.id)
  for (const { notes } of takes.filter(({ sessionId }) => sessionId === shown[1]!.id)) {
    await expect(page.getByText(notes.split('\n')[0]!)).toBeVisible()
  }
  await expect(page.getByText('Damaged')).toHaveCount(1)
  await page.getByRole('button', { name: 'Play take 2' }).first().click()
  const position = page.getByRole('slider', { name: 'Position' })
  await expect.poll(async () => Number(await position.inputValue())).toBeGreaterThan(0.3)

  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked({
    checked: settings['theme'] === 'dark',
  })
  await app.close()
  // What was deleted is gone by now, and nothing else.
  const left = takes.filter(
    ({ deletedAtMs, sessionId }) =>
      deletedAtMs === null && shown.some(({ id }) => id === sessionId),
  )
  expect(storedTakes(dataFolder).map(({ id, notes }) => [id, notes])).toEqual(
    left.map(({ id, notes }) => [id, notes]),
  )
})
