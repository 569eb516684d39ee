import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { closeDatabase, openDatabase } from '../../electron/store/database/database'
import { fillStore } from '../helpers/fillStore'
import { expect, test as base } from './fixtures'

const SESSIONS = 300

/** History with 300 sessions, read to its end. */
const test = base.extend<{ history: Page }>({
  history: async ({ running, launch, dataFolder }, use) => {
    await running.app.close()
    const db = openDatabase(join(dataFolder, 'soundcheck.db'))
    fillStore(db, SESSIONS, 2)
    closeDatabase(db)
    const { page } = await launch()
    await page.getByRole('link', { name: 'History' }).click()
    await expect(row(page, 1)).toHaveAttribute('aria-setsize', String(SESSIONS))
    await use(page)
  },
})

const sessions = (page: Page) => page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
/** Counted from 1, the newest first. */
const row = (page: Page, place: number) =>
  page.locator(`ul[aria-label="Sessions"] > li[aria-posinset="${String(place)}"]`)
const topOf = (locator: Locator) => locator.evaluate((node) => node.getBoundingClientRect().top)
const hasFocus = (locator: Locator) =>
  locator.evaluate((node) => node.contains(document.activeElement))

async function scrollToPlace(page: Page, place: number): Promise<void> {
  await page.getByRole('main').evaluate((main, at) => {
    const list = main.querySelector('ul[aria-label="Sessions"]')!
    main.scrollTop = (list.scrollHeight * (at - 1)) / Number(list.firstElementChild!.ariaSetSize)
  }, place)
  await expect(row(page, place).getByRole('link')).toBeVisible()
}

test('a long list has few rows, and its end is where the scrollbar says', async ({ history }) => {
  expect(await sessions(history).count()).toBeLessThan(40)
  await history.keyboard.press('End')
  await expect(row(history, SESSIONS).getByRole('link')).toBeInViewport()
  expect(await sessions(history).count()).toBeLessThan(40)
  await history.keyboard.press('Home')
  await expect(row(history, 1).getByRole('link')).toBeInViewport()
})

test('back from a session is back at its row', async ({ history: page }) => {
  await scrollToPlace(page, 150)
  const opened = row(page, 153)
  const topPx = await topOf(opened)
  const id = await opened.getAttribute('id')
  await opened.getByRole('link').click()
  await page.getByRole('link', { name: 'Back to History' }).click()
  await expect(opened).toHaveAttribute('id', id!)
  expect(await topOf(opened)).toBeCloseTo(topPx, 0)
  expect(await hasFocus(opened)).toBe(true)

  await page.getByRole('link', { name: 'Practice' }).click()
  await page.getByRole('link', { name: 'History' }).click()
  await expect(row(page, 1).getByRole('link')).toBeInViewport()
})

test('a session deleted on its own page is not there on the way back', async ({
  history: page,
}) => {
  await scrollToPlace(page, 150)
  const opened = row(page, 153)
  const id = (await opened.getAttribute('id'))!
  const next = await row(page, 154).getAttribute('id')
  await opened.getByRole('link').click()
  await page.getByRole('button', { name: /^Delete session/ }).click()
  await expect(opened).toHaveAttribute('id', next!)
  await expect(row(page, 150)).toHaveAttribute('aria-setsize', String(SESSIONS - 1))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(opened).toHaveAttribute('id', id)
  await expect(row(page, 150)).toHaveAttribute('aria-setsize', String(SESSIONS))
})

test('the keyboard goes through rows that are not drawn yet, and comes back', async ({
  history: page,
}) => {
  await row(page, 1).getByRole('link').focus()
  for (let number = 2; number <= 31; number += 1) {
    // A row at a time: nobody presses Tab sixty times before the first of them is painted.
    await expect(row(page, number)).toBeAttached()
    for (const _ of ['link to button', 'button to link']) await page.keyboard.press('Tab')
    await expect(row(page, number).getByRole('link')).toBeFocused()
  }
  await expect(row(page, 31)).toBeInViewport()

  // Out of sight the row keeps the focus, and Tab goes on from it.
  await page.getByRole('main').evaluate((main) => main.scrollTo({ top: 0 }))
  await expect(row(page, 1)).toBeInViewport()
  expect(await hasFocus(row(page, 31))).toBe(true)
  for (const _ of ['link to button', 'button to link']) await page.keyboard.press('Tab')
  await expect(row(page, 32).getByRole('link')).toBeFocused()
  await expect(row(page, 32)).toBeInViewport()
})
