import type { Page } from '@playwright/test'
import { ask } from '../faults/bridge'
import { storedTakes } from '../helpers/library'
import { seedProgress } from '../helpers/seedProgress'
import { seedQuestions } from '../helpers/seedQuestions'
import { expect, test } from './fixtures'
import { expectNoViolations } from './pages/accessible'
import { SessionPage } from './pages/session'

/** The nineteen, and one's own. */
async function practiseBackend(page: Page): Promise<void> {
  const practiceScope = { packIds: ['backend-developer'], includesOwn: true }
  await ask(page, 'settings.change', { practiceScope })
}

test('before anything was said every region has words, and by key one is there', async ({
  page,
}) => {
  await practiseBackend(page)
  await page.keyboard.press('ControlOrMeta+4')
  await expect(page.getByRole('heading', { level: 1, name: 'Progress' })).toBeVisible()
  const link = page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Progress' })
  await expect(link).toHaveAttribute('aria-current', 'page')
  const week = page.getByRole('region', { name: 'This week' })
  await expect(week.getByText('Nothing said yet')).toBeVisible()
  await expect(page.getByRole('region', { name: 'How you sound' })).toContainText(
    'Nothing is measured',
  )
  const questions = page.getByRole('region', { name: 'Questions' })
  await expect(questions.getByText('19 Not said yet')).toBeVisible()
  await expectNoViolations(page, 'progress, empty')
})

test('a take is added up as soon as it is saved, rated, kept, deleted and brought back', async ({
  page,
}) => {
  await practiseBackend(page)
  const session = await SessionPage.start(page)
  await session.recordTake(1500)
  await page.keyboard.press('3')
  await page.getByRole('link', { name: 'Progress' }).click()
  const week = page.getByRole('region', { name: 'This week' })
  await expect(week.getByText('Less than a minute')).toBeVisible()
  await expect(week.getByText('spoken in 1 take')).toBeVisible()
  const stands = page.getByRole('list', { name: 'How they stand' })
  await expect(stands.getByText('1 Rated')).toBeVisible()
  await expect(stands.getByText('18 Not said yet')).toBeVisible()
  const first = page.getByRole('list', { name: 'Questions' }).getByRole('listitem').first()
  await expect(first.getByRole('img', { name: /: Good\.$/ })).toBeVisible()
  const sound = page.getByRole('region', { name: 'How you sound' })
  await expect(async () => {
    await page.getByRole('link', { name: 'Practice' }).click()
    await page.getByRole('link', { name: 'Progress' }).click()
    await expect(sound.getByText('Time to first word')).toBeVisible({ timeout: 500 })
  }).toPass()

  await page.getByRole('link', { name: 'Practice' }).click()
  await page.getByRole('button', { name: 'Resume session' }).click()
  await page.getByRole('button', { name: 'Keep take 1 as best' }).click()
  await page.getByRole('button', { name: 'Delete take 1' }).click()
  await page.getByRole('link', { name: 'Progress' }).click()
  await expect(week.getByText('Nothing said yet')).toBeVisible()
  await expect(stands.getByText('19 Not said yet')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(week.getByText('spoken in 1 take')).toBeVisible()
  await expect(stands.getByText('1 Best take kept')).toBeVisible()
})

test('ten weeks: charts and tables lead to what was said', async ({
  running,
  launch,
  dataFolder,
}) => {
  await practiseBackend(running.page)
  await running.app.close()
  seedProgress(dataFolder)
  const { page } = await launch()
  await page.getByRole('link', { name: 'Progress' }).click()
  const week = page.getByRole('region', { name: 'This week' })
  const bars = week.getByRole('group').getByRole('link')
  await expect(bars).toHaveCount(10)
  await expectNoViolations(page, 'progress')
  const sound = page.getByRole('region', { name: 'How you sound' })
  // Two weeks without a value: nothing was said, nothing was measured.
  for (const name of ['Time to first word', 'Longest pause', 'Pace'])
    await expect(
      sound.getByRole('group', { name: `${name}, week by week` }).getByRole('link'),
    ).toHaveCount(8)

  // All bars are one stop for Tab; the arrows move among them.
  await bars.last().focus()
  await page.keyboard.press('ArrowLeft')
  await expect(bars.nth(8)).toBeFocused()
  await page.keyboard.press('Enter')
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await expect(sessions).toHaveCount(4)
  await expectNoViolations(page, 'a week of progress')
  await sessions.first().getByRole('link').click()
  await expect(page.getByRole('link', { name: 'Back to History' })).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: 'Back to Progress' }).click()

  await page.getByRole('button', { name: 'As a table' }).first().click()
  const table = page.getByRole('table', { name: 'Minutes spoken by week' })
  await expect(table.getByRole('row')).toHaveCount(11)
  const spokenMs = storedTakes(dataFolder).reduce((sum, take) => sum + (take.duration_ms ?? 0), 0)
  const minutes = await table.getByRole('cell').allTextContents()
  const shown = minutes.filter((_, at) => at % 2 === 0).reduce((sum, text) => sum + Number(text), 0)
  // Each of the ten is cut to whole minutes.
  expect(Math.abs(spokenMs / 60_000 - shown)).toBeLessThan(10)

  await page.getByRole('list', { name: 'Questions' }).getByRole('link').first().click()
  await expect(page.getByRole('link', { name: 'Back to Progress' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Takes' })).toBeVisible()
})

test('of ten thousand questions those on the screen are drawn, wherever that is', async ({
  running,
  launch,
  dataFolder,
}) => {
  await practiseBackend(running.page)
  await running.app.close()
  seedQuestions(dataFolder, 9981)
  const { page } = await launch()
  await page.getByRole('link', { name: 'Progress' }).click()
  const list = page.getByRole('list', { name: 'Questions' })
  await expect(page.getByText('10,000 Not said yet')).toBeVisible()
  await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '10000')
  await page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight))
  await expect(list.getByRole('listitem').last()).toHaveAttribute('aria-posinset', '10000')
  await expect(list.getByRole('link').last()).toBeVisible()
  expect(await list.getByRole('listitem').count()).toBeLessThan(60)
})
