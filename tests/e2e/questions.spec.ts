import type { Page } from '@playwright/test'
import { ask } from '../helpers/ask'
import { seedQuestions, seededQuestion } from '../helpers/seedQuestions'
import { expect, test as base } from './fixtures'
import { expectNoViolations } from './pages/accessible'

const MANY = 10_000
/** Of the three packs of the app. */
const BUILT_IN = 20 + 19 + 10

/** The list of questions: those of one's own, before those of the app. */
const test = base.extend<{ ownCount: number; questions: Page }>({
  ownCount: [400, { option: true }],
  questions: async ({ running, launch, dataFolder, ownCount }, use) => {
    await running.app.close()
    seedQuestions(dataFolder, ownCount)
    const { page } = await launch()
    await page.getByRole('link', { name: 'Questions' }).click()
    await expect(link(page, 1)).toBeVisible()
    await use(page)
  },
})

const list = (page: Page) => page.getByRole('list', { name: 'Questions' })
const items = (page: Page) => list(page).getByRole('listitem')
const link = (page: Page, number: number) =>
  list(page).getByRole('link', { name: seededQuestion(number), exact: true })
const check = (page: Page, number: number) =>
  list(page).getByRole('checkbox', { name: seededQuestion(number), exact: true })
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search questions' })

test.describe('ten thousand questions', () => {
  test.use({ ownCount: MANY })

  test('have few rows, and are read to their end', async ({ questions: page }) => {
    await expect(items(page).first()).toHaveAttribute('aria-setsize', String(MANY + BUILT_IN))
    expect(await items(page).count()).toBeLessThan(50)
    await page.getByRole('main').evaluate((main) => {
      main.scrollTop = main.scrollHeight
    })
    await expect(list(page).getByRole('link').last()).toBeInViewport()
    await expect(items(page).last()).toHaveAttribute('aria-posinset', String(MANY + BUILT_IN))
    expect(await items(page).count()).toBeLessThan(50)
    await search(page).fill('number 7777?')
    await expect(link(page, 7777)).toBeInViewport()
    await expect(items(page)).toHaveCount(1)
  })
})

test('by the keyboard alone: found, checked, practised', async ({ questions: page }) => {
  await page.keyboard.press('/')
  await expect(search(page)).toBeFocused()
  await page.keyboard.type('wrong number')
  await expect(page.locator('mark').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  const first = list(page).getByRole('link').first()
  await expect(first).toBeFocused()
  const firstName = await first.getAttribute('aria-label')
  await page.keyboard.press('Space')
  for (let step = 0; step < 30; step += 1) await page.keyboard.press('ArrowDown')
  const far = page.locator('ul[aria-label="Questions"] a:focus')
  await expect(far).toBeInViewport({ ratio: 1 })
  const farName = await far.getAttribute('aria-label')
  expect(farName).not.toBe(firstName)
  await page.keyboard.press('Space')
  await expect(page.getByText('2 selected', { exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: farName! })).toBeVisible()
  await page.getByRole('link', { name: 'Back to Questions' }).focus()
  await page.keyboard.press('Enter')
  await expect(far).toBeFocused()
  await expect(far).toBeInViewport()
  await expect(far).toHaveAttribute('aria-label', farName!)
  // Closing a dialog by its own button leads back to what opened it.
  const tag = page.getByRole('button', { name: 'Tag selected' })
  await tag.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(tag).toBeFocused()
  await page.getByRole('button', { name: 'Practise selected' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: firstName! })).toBeVisible()
  await expect(page.getByText('Question 1 of 2')).toBeVisible()
})

test('deleted questions come back where they were, and stay away when they are not wanted', async ({
  questions: page,
}) => {
  await check(page, 1).check()
  await check(page, 3).check()
  await page.getByRole('button', { name: 'Delete selected' }).click()
  await expect(link(page, 1)).toHaveCount(0)
  await expect(link(page, 2)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(link(page, 1)).toBeVisible()
  await expect(link(page, 3)).toBeVisible()
  await check(page, 2).check()
  await page.getByRole('button', { name: 'Delete selected' }).click()
  await expect(link(page, 2)).toHaveCount(0)
  await page.getByRole('link', { name: 'Practice' }).click()
  await page.getByRole('link', { name: 'Questions' }).click()
  await expect(link(page, 1)).toBeVisible()
  await expect(link(page, 2)).toHaveCount(0)
})

test('questions move, are copied and get tags, and packs follow', async ({ questions: page }) => {
  await check(page, 1).check()
  await page.getByRole('button', { name: 'Move selected' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Pack' }).selectOption('New pack')
  await dialog.getByRole('textbox', { name: 'Name of the new pack' }).fill('Monday')
  await dialog.getByRole('button', { name: 'Move' }).click()
  await page.getByRole('combobox', { name: 'Pack' }).selectOption('Monday')
  await expect(items(page)).toHaveCount(1)
  await check(page, 1).check()
  await page.getByRole('button', { name: 'Tag selected' }).click()
  await dialog.getByRole('combobox', { name: 'Add tags' }).fill('for Monday')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('combobox', { name: 'Tag' })).toContainText('for Monday (1)')
  await page.getByRole('combobox', { name: 'Pack' }).selectOption('All packs')
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('for Monday (1)')
  await expect(items(page)).toHaveCount(1)

  await page.getByRole('button', { name: 'Edit packs' }).click()
  const packs = dialog.getByRole('list', { name: 'Your packs' })
  const names = () =>
    packs
      .getByRole('textbox')
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))
  expect(await names()).toEqual(['Acme', 'Monday'])
  await dialog.getByRole('button', { name: 'Move Monday up' }).click()
  await expect.poll(names).toEqual(['Monday', 'Acme'])
  await dialog.getByRole('textbox', { name: 'Name of Monday' }).fill('Tuesday')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Delete Acme' }).click()
  await expect.poll(names).toEqual(['Tuesday'])
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(names).toEqual(['Tuesday', 'Acme'])
})

test('nothing on the screen is out of reach of a screen reader', async ({ questions: page }) => {
  await ask(page, 'questions.annotate', {
    questionId: 'backend-developer/devops-experience',
    layer: { isStarred: true },
  })
  await expectNoViolations(page, 'questions')
  await check(page, 1).check()
  await expectNoViolations(page, 'questions that are checked')
  for (const name of ['Move selected', 'Tag selected']) {
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectNoViolations(page, name)
    await page.getByRole('button', { name: 'Cancel' }).click()
  }
  await page.getByRole('button', { name: 'Edit packs' }).click()
  await expectNoViolations(page, 'packs')
  await page.keyboard.press('Escape')
  await search(page).fill('xylophone')
  await expect(page.getByText('Nothing found')).toBeVisible()
  await expectNoViolations(page, 'no questions')
})
