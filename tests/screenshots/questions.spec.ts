import { ask } from '../helpers/ask'
import { seedLibrary } from '../helpers/seed'
import { seedQuestions } from '../helpers/seedQuestions'
import { expect, test } from '../e2e/fixtures'
import { photograph } from './camera'

test('the list of questions: of a first day, none, checked, and asked how', async ({ running }) => {
  const { page } = running
  await page.getByRole('link', { name: 'Questions' }).click()
  const items = page.getByRole('list', { name: 'Questions' }).getByRole('listitem')
  await expect(items.first().getByRole('link')).toBeVisible()
  await photograph(running, 'questions-first')
  await page.getByRole('combobox', { name: 'Filter' }).selectOption('Starred')
  await expect(page.getByText('No starred questions here')).toBeVisible()
  await photograph(running, 'questions-none')
  await page.getByRole('combobox', { name: 'Filter' }).selectOption('All')
  await page.getByRole('searchbox', { name: 'Search questions' }).fill('xylophone')
  await expect(page.getByText('Nothing found for “xylophone”')).toBeVisible()
  await photograph(running, 'questions-search-empty')
  await page.getByRole('button', { name: 'Clear search' }).click()
  await items.nth(1).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Move selected' }).click()
  await photograph(running, 'questions-move')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Delete selected' }).click()
  await photograph(running, 'questions-delete-built-in')
})

test('ten thousand questions, a search in them, and packs', async ({
  running,
  launch,
  dataFolder,
}) => {
  await running.app.close()
  seedLibrary(dataFolder)
  const [first, second] = seedQuestions(dataFolder, 10_000)
  const again = await launch()
  const { page } = again
  await ask(page, 'questions.annotate', { questionId: first, layer: { isStarred: true } })
  await ask(page, 'questions.annotate', { questionId: second, layer: { isNotForMe: true } })
  await ask(page, 'questions.create', {
    into: { title: 'A firm whose name is longer than any column that a list of questions has' },
    fields: {
      question: 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(8),
      tags: ['a tag of several words that says too much for a column', 'one more'],
    },
  })
  await page.getByRole('link', { name: 'Questions' }).click()
  const items = page.getByRole('list', { name: 'Questions' }).getByRole('listitem')
  await expect(items.nth(3).getByRole('link')).toBeVisible()
  await photograph(again, 'questions')
  await items.nth(1).getByRole('checkbox').check()
  await items.nth(3).getByRole('checkbox').check()
  await photograph(again, 'questions-selected')
  await page.getByRole('button', { name: 'Tag selected' }).click()
  await photograph(again, 'questions-tag')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Delete selected' }).click()
  await expect(page.getByText('2 questions deleted', { exact: true })).toBeVisible()
  await photograph(again, 'questions-deleted')
  await page.getByRole('button', { name: 'Edit packs' }).click()
  await photograph(again, 'questions-packs')
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox', { name: 'Search questions' }).fill('deadline team')
  await page.getByRole('combobox', { name: 'Pack' }).selectOption('Backend Developer')
  await page.getByRole('searchbox', { name: 'Search questions' }).fill('you')
  await expect(page.locator('mark').first()).toBeVisible()
  await photograph(again, 'questions-search')
})
