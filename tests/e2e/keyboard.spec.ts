import { SAME_INTENT_MS } from '../../renderer/lib/oneIntent'
import { storedTakes } from '../helpers/library'
import { expect, test } from './fixtures'
import { SessionPage, startButton } from './pages/session'

test('from start to a second take with the keyboard alone', async ({ page, dataFolder }) => {
  // Tab finds "Start session" however many stops lie before it.
  const start = startButton(page)
  for (let stops = 0; stops < 20; stops += 1) {
    if (await start.evaluate((button) => button === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(start).toBeFocused()
  await page.keyboard.press('Enter')

  const session = new SessionPage(page)
  await session.ready()
  for (const takes of [1, 2]) {
    await page.keyboard.press('r')
    await expect(page.getByText('Recording', { exact: true })).toBeVisible()
    await page.waitForTimeout(1200)
    await page.keyboard.press('r')
    await expect(session.takes).toHaveCount(takes)
    // The next press is a wish of its own.
    await page.waitForTimeout(SAME_INTENT_MS)
  }

  await page.keyboard.press('Space')
  await expect.poll(() => session.seconds()).toBeGreaterThan(0.2)
  await page.keyboard.press('Space')
  await page.keyboard.press('3')
  await expect(page.getByRole('radio', { name: 'Good' })).toBeChecked()
  await page.keyboard.press('b')
  await expect
    .poll(() => storedTakes(dataFolder).map(({ rating, is_best }) => ({ rating, is_best })))
    .toEqual([
      { rating: null, is_best: 0 },
      { rating: 3, is_best: 1 },
    ])

  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByText('Question 2 of 19')).toBeVisible()
  await page.keyboard.press('e')
  await expect(session.example).toBeVisible()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(page.getByText('Question 1 of 19')).toBeVisible()

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  // A dialog has the keys for itself.
  await page.keyboard.press('r')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(storedTakes(dataFolder)).toHaveLength(2)
})

test('arrows move five seconds, and letters in the notes are letters', async ({
  page,
  dataFolder,
}) => {
  const session = await SessionPage.start(page)
  await session.addTake({ times: 2 })
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => session.seconds()).toBeCloseTo(5, 1)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => session.seconds()).toBeCloseTo(0, 1)

  const notes = page.getByRole('textbox', { name: 'Notes' })
  await notes.click()
  await page.keyboard.type('proper rebuttal 1234')
  await expect(notes).toHaveValue('proper rebuttal 1234')
  await expect.poll(() => storedTakes(dataFolder)[0]?.notes).toBe('proper rebuttal 1234')
  expect(storedTakes(dataFolder)).toHaveLength(1)
  expect(storedTakes(dataFolder)[0]!.rating).toBeNull()
})

test('deletes and takes back with Ctrl+Z', async ({ page }) => {
  const session = await SessionPage.start(page)
  await session.addTake()
  await page.getByRole('button', { name: 'Delete take 1' }).click()
  await expect(session.takes).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(session.takes).toHaveCount(1)
})
