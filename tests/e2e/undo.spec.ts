import type { Page } from '@playwright/test'
import { SAME_INTENT_MS } from '../../renderer/lib/oneIntent'
import { storedTakes } from '../helpers/library'
import { resizeWindow, WINDOW_SIZES } from '../helpers/windowSize'
import { expect, test } from './fixtures'
import { SessionPage } from './pages/session'

async function sessionWithTwoTakes(page: Page): Promise<SessionPage> {
  const session = await SessionPage.start(page)
  await session.addTake()
  await session.addTake()
  return session
}

test('two takes deleted one after the other both come back, the last one first', async ({
  page,
  dataFolder,
}) => {
  const areDeleted = () => storedTakes(dataFolder).map((take) => take.deleted_at_ms !== null)
  const session = await sessionWithTwoTakes(page)
  await page.getByRole('button', { name: 'Delete take 1' }).click()
  await expect(session.takes).toHaveCount(1)
  await page.getByRole('button', { name: 'Delete take 2' }).click()
  await expect(session.takes).toHaveCount(0)
  expect(areDeleted()).toEqual([true, true])

  await page.keyboard.press('ControlOrMeta+z')
  await expect(session.takes).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Play take 2' })).toBeVisible()
  expect(areDeleted()).toEqual([true, false])

  await page.keyboard.press('ControlOrMeta+z')
  await expect(session.takes).toHaveCount(2)
  expect(areDeleted()).toEqual([false, false])
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden()
})

test('a take deleted in a session is brought back on its page in History', async ({
  page,
  dataFolder,
}) => {
  const session = await sessionWithTwoTakes(page)
  await page.getByRole('button', { name: 'Delete take 2' }).click()
  await expect(session.takes).toHaveCount(1)

  await page.getByRole('link', { name: 'History' }).click()
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await sessions.getByRole('link').first().click()
  const takes = page.getByRole('list', { name: 'Takes' }).getByRole('listitem')
  await expect(takes).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Play take 2' })).toBeHidden()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(takes).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Play take 2' })).toBeVisible()
  expect(storedTakes(dataFolder).map((take) => take.deleted_at_ms)).toEqual([null, null])
})

for (const size of WINDOW_SIZES) {
  test(`undo is offered where the take was, elsewhere beside the screen, at ${size.width}`, async ({
    page,
    running,
  }) => {
    await resizeWindow(running, size)
    const session = await sessionWithTwoTakes(page)
    const undo = page.getByRole('button', { name: 'Undo' })
    const isInTheScreen = () => undo.evaluate((button) => button.closest('main') !== null)
    await page.getByRole('button', { name: 'Delete take 2' }).click()
    await expect(session.takes).toHaveCount(1)
    await expect(session.takes.first().getByRole('button', { name: 'Undo' })).toBeVisible()
    await page.getByRole('button', { name: 'Delete take 1' }).click()
    // No take is left, and no list: it stands where the list was.
    await expect(session.takes).toHaveCount(0)
    await expect(undo).toBeVisible()
    expect(await isInTheScreen()).toBe(true)
    await undo.click()
    await expect(session.takes).toHaveCount(1)

    // What is left to undo is of this question: on other screens it stands in the column of links.
    await page.getByRole('button', { name: 'Next question' }).click()
    await expect(undo).toBeInViewport()
    expect(await isInTheScreen()).toBe(false)
    await page.getByRole('link', { name: 'History' }).click()
    await expect(page.getByRole('heading', { name: 'History' })).toBeVisible()
    await expect(undo).toBeInViewport()
    expect(await isInTheScreen()).toBe(false)
    // Its word is seen, in the narrow column of icons too; what was deleted is read out there.
    expect(await undo.innerText()).toBe('Undo')
    const region = page.getByRole('region', { name: 'Undo' })
    expect(await region.innerText()).toContain('Take 2 deleted')
    await undo.click()
    await page.getByRole('link', { name: 'Practice' }).click()
    await page.getByRole('button', { name: 'Resume session' }).click()
    await page.getByRole('button', { name: 'Previous question' }).click()
    await expect(session.takes).toHaveCount(2)
  })
}

test('undo is in sight while one records, whether takes are left or not', async ({ page }) => {
  const session = await sessionWithTwoTakes(page)
  const undo = page.getByRole('button', { name: 'Undo' })
  await page.getByRole('button', { name: 'Delete take 2' }).click()
  await expect(session.takes).toHaveCount(1)
  await session.begin()
  await expect(undo).toBeVisible()
  await undo.click()
  // Sooner it would be the second press of a double click on Record.
  await page.waitForTimeout(SAME_INTENT_MS)
  await session.stop.click()
  await expect(session.takes).toHaveCount(3)

  for (const number of [3, 2, 1]) {
    await page.getByRole('button', { name: `Delete take ${number}` }).click()
    await expect(session.takes).toHaveCount(number - 1)
  }
  await session.begin()
  await expect(undo).toBeVisible()
})

test('of many takes the place of the deleted one is in sight', async ({ page }) => {
  const session = await SessionPage.start(page)
  for (let number = 1; number <= 5; number += 1) await session.addTake()
  await page.getByRole('button', { name: 'Delete take 2' }).click()
  const undo = session.takes.first().getByRole('button', { name: 'Undo' })
  const list = page.getByRole('list', { name: 'Takes' })
  const boxes = async () => [(await undo.boundingBox())!, (await list.boundingBox())!] as const
  await expect
    .poll(async () => {
      const [row, shown] = await boxes()
      return row.y >= shown.y - 1 && row.y + row.height <= shown.y + shown.height + 1
    })
    .toBe(true)
})

test('in the column of links the words of an offer are read to their end', async ({ page }) => {
  await page.getByRole('link', { name: 'Questions', exact: true }).click()
  await page.getByRole('button', { name: 'New question' }).click()
  await page.getByRole('textbox', { name: 'Question', exact: true }).fill('Why us, of all?')
  await page.getByRole('button', { name: 'Cancel' }).click()
  const words = page.getByRole('region', { name: 'Undo' }).getByText('Question thrown away')
  await expect(words).toBeVisible()
  expect(await words.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
})
