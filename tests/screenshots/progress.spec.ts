import { ask } from '../helpers/ask'
import type { RunningApp } from '../helpers/launch'
import { seedProgress } from '../helpers/seedProgress'
import { seedQuestions } from '../helpers/seedQuestions'
import { expect, test } from '../e2e/fixtures'
import { photograph } from './camera'

async function openProgress({ page }: RunningApp): Promise<void> {
  await page.getByRole('link', { name: 'Progress' }).click()
  await expect(page.getByRole('region', { name: 'Questions' })).toBeVisible()
  await page.waitForTimeout(300)
}

test('progress before anything was said', async ({ running }) => {
  await openProgress(running)
  await photograph(running, 'progress-empty')
})

test('progress after the first evening', async ({ running, launch, dataFolder }) => {
  await running.app.close()
  seedProgress(dataFolder, { weekCount: 1 })
  const again = await launch()
  await openProgress(again)
  await photograph(again, 'progress-first-week')
})

test('progress after ten weeks, its tables, a week, and its list', async ({
  running,
  launch,
  dataFolder,
}) => {
  await running.app.close()
  seedProgress(dataFolder)
  const again = await launch()
  const { page } = again
  await openProgress(again)
  await page
    .getByRole('link', { name: /^Week of .*: .*minutes?$/ })
    .nth(5)
    .focus()
  await photograph(again, 'progress')
  const asTable = page.getByRole('button', { name: 'As a table' })
  await asTable.nth(0).click()
  await asTable.nth(1).click()
  await photograph(again, 'progress-tables')
  await page.getByRole('list', { name: 'Questions' }).getByRole('link').nth(6).focus()
  await photograph(again, 'progress-questions')
  await page.getByRole('table').first().getByRole('link').nth(1).click()
  await expect(page.getByRole('list', { name: 'Sessions' })).toBeVisible()
  await photograph(again, 'progress-week')
})

test('progress of two thousand questions, some with long words', async ({
  running,
  launch,
  dataFolder,
}) => {
  await running.app.close()
  seedProgress(dataFolder, { weekCount: 3 })
  seedQuestions(dataFolder, 1980)
  const again = await launch()
  const { page } = again
  await ask(page, 'questions.create', {
    into: { title: 'A firm whose name is longer than any column that a list of questions has' },
    fields: { question: 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(8) },
  })
  await openProgress(again)
  await photograph(again, 'progress-many')
  const list = page.getByRole('list', { name: 'Questions' })
  await page.locator('main').evaluate((main) => main.scrollTo(0, 36_000))
  await expect(list.getByRole('link').nth(4)).toBeVisible()
  await page.waitForTimeout(300)
  await photograph(again, 'progress-many-scrolled')
})
