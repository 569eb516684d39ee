import type { Page } from '@playwright/test'
import { ask } from '../faults/bridge'
import { expect, test } from './fixtures'
import { expectNoViolations } from './pages/accessible'
import { SessionPage } from './pages/session'

const today = (page: Page) => page.getByRole('region', { name: 'Today' })
const questions = (page: Page) =>
  page.getByRole('list', { name: "Today's questions" }).getByRole('listitem')

async function toPractice(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Practice', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Practice' })).toBeVisible()
}

test('an evening: started with Enter, half of it put off or said, then done', async ({ page }) => {
  await expect(questions(page).first()).toContainText('New')
  await expectNoViolations(page, 'Practice on the first evening')
  const count = await questions(page).count()
  expect(count).toBeGreaterThanOrEqual(2)

  // One is put off, brought back, and put off again, by keys alone.
  const putOff = questions(page)
    .first()
    .getByRole('button', { name: /^Not today: / })
  await putOff.press('Enter')
  await expect(questions(page)).toHaveCount(count - 1)
  await page.keyboard.press('Control+z')
  await expect(questions(page)).toHaveCount(count)
  await putOff.press('Enter')
  await expect(questions(page)).toHaveCount(count - 1)

  // Enter starts exactly what is left.
  const planned = await ask(page, 'practice.today', undefined)
  await page.getByRole('heading', { name: 'Practice' }).click()
  await page.keyboard.press('Enter')
  const session = new SessionPage(page)
  await session.ready()
  await expect(page.getByText(`Question 1 of ${String(count - 1)}`)).toBeVisible()
  await expect(session.question).toHaveText(planned.questions[0]!.question)
  await session.addTake()

  await toPractice(page)
  await expect(questions(page).first()).toContainText('Said today')
  await expect(today(page)).toContainText(`1 of ${String(count - 1)} questions said`)
  await page.getByRole('button', { name: /^Start today's practice/ }).click()
  await session.ready()
  for (const [index] of planned.questions.slice(1).entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Next question' }).click()
    await session.addTake()
  }
  await session.finish()
  await page.getByRole('button', { name: 'Back to Practice' }).click()
  await expect(today(page)).toContainText('Done for today.')
  await expect(today(page)).toContainText(`${String(count - 1)} questions said`)
  await expect(today(page).getByRole('button', { name: /^One more: / })).toBeVisible()
  await expectNoViolations(page, 'Practice after the evening')
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('list', { name: 'Sessions' })).toContainText('Today’s practice')
})

test('what is practised is chosen at any time, and kept', async ({ running, launch }) => {
  const { page } = running
  await page.getByRole('button', { name: 'Change what you practise' }).click()
  const dialog = page.getByRole('dialog', { name: 'What you practise' })
  await expectNoViolations(page, 'What you practise')
  await dialog.getByRole('checkbox', { name: 'Behavioural, any job' }).uncheck()
  await dialog.getByRole('combobox', { name: 'Time for an evening' }).selectOption('10 minutes')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(today(page)).toContainText('There is nothing to practise')
  await running.app.close()
  const again = await launch()
  await expect(today(again.page)).toContainText('There is nothing to practise')
  expect(await ask(again.page, 'settings.read', undefined)).toMatchObject({
    practiceScope: { packIds: [], includesOwn: true },
    practiceMinutes: 10,
  })
})

test('a question that does not sit is said three times, each in less time', async ({ page }) => {
  const session = await SessionPage.start(page)
  const offer = page.getByRole('button', { name: 'Three times, shorter each time' })
  await session.recordTake(1200)
  await expect(offer).toBeHidden()
  await page.keyboard.press('1')
  await offer.click()
  const recorder = page.getByRole('region', { name: 'Recorder' })
  await expect(recorder).toContainText('of 1:00 to 2:00')
  await session.recordTake(1200)
  await expect(page.getByText('Round 2 of 3: up to 1:30')).toBeVisible()
  await expect(recorder).toContainText('of 0:45 to 1:30')
  await session.recordTake(1200)
  await expect(recorder).toContainText('of 0:30 to 1:00')
  await session.recordTake(1200)
  await expect(recorder).toContainText('of 1:00 to 2:00')
  await expect(page.getByText(/^Round /)).toBeHidden()
})

test('a tag, weak ones and a pack in random order are sessions of their own', async ({ page }) => {
  await page
    .getByRole('group', { name: 'Backend Developer' })
    .getByRole('button', { name: 'Random order' })
    .click()
  const session = new SessionPage(page)
  await session.ready()
  await expect(page.getByText('Question 1 of 19')).toBeVisible()
  await session.addTake()
  await page.keyboard.press('2')
  await expect(page.getByRole('radio', { name: 'Hard' })).toBeChecked()
  await page.getByRole('link', { name: 'Questions', exact: true }).click()
  await page.getByRole('combobox', { name: 'Filter' }).selectOption('Weak')
  await page.getByRole('button', { name: 'Practise this one' }).click()
  await session.ready()
  await expect(page.getByText('Question 1 of 1')).toBeVisible()
  await session.addTake()
  await page.getByRole('link', { name: 'History' }).click()
  const sessions = page.getByRole('list', { name: 'Sessions' })
  await expect(sessions).toContainText('Backend Developer, in random order')
  await expect(sessions).toContainText('Weak ones of Backend Developer')
})
