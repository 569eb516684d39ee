import { expect, test } from '../e2e/fixtures'
import { InterviewPage } from '../e2e/pages/interview'
import { ask } from '../faults/bridge'
import { EMPTY_FIELDS } from '../faults/emptyFields'
import { photograph } from './camera'

const settings = {
  thinkMs: 60_000,
  limit: 120_000,
  speaks: false,
  hidesText: false,
  asksFollowUps: false,
} as const

const LONG =
  'Imagine that two teams need the same system changed in ways that contradict each other, that both have promised their change to a customer for the same week, and that the only person who knows the system is on leave: what would you do first, whom would you tell, and how would you know afterwards that it was right?'

test('a mock interview from its dialog to its end', async ({ running }) => {
  const { page } = running
  test.setTimeout(180_000)
  await page.getByRole('button', { name: 'Mock interview' }).click()
  await expect(page.getByRole('combobox', { name: 'Questions from' })).toBeVisible()
  await photograph(running, 'mock-dialog')
  await page.keyboard.press('Escape')

  const interview = await InterviewPage.beginWith(page, 'backend-developer', { settings })
  await interview.thinkTime.waitFor()
  await page.waitForTimeout(3000)
  await photograph(running, 'mock-thinking')
  await page.keyboard.press('r')
  await interview.recording()
  await page.waitForTimeout(3000)
  await photograph(running, 'mock-recording')
  await page.keyboard.press('r')
  await expect(page.getByText('Question 2 of 3')).toBeVisible({ timeout: 10_000 })
  await interview.leave.click()
  await expect(page.getByRole('heading', { name: 'The interview waits' })).toBeVisible()
  await photograph(running, 'mock-left')
  for (const number of [2, 3]) {
    await page.getByRole('button', { name: `Go on with question ${number}` }).click()
    await interview.thinkTime.waitFor()
    await page.keyboard.press('r')
    await interview.recording()
    await page.waitForTimeout(2500)
    await interview.leave.click()
  }
  await page.getByRole('button', { name: 'Finish interview' }).click()
  await interview.finished()
  await page.getByRole('radio', { name: 'Good' }).first().check()
  await expect(page.getByText('Being measured')).toBeHidden({ timeout: 20_000 })
  await photograph(running, 'mock-finished')
})

test('the question of a mock interview: warned, followed up, long', async ({ running }) => {
  const { page } = running
  test.setTimeout(180_000)
  const { packId } = await InterviewPage.makeQuestions(page)
  const interview = await InterviewPage.beginWith(page, packId, {
    settings: { ...settings, limit: 'question', asksFollowUps: true },
  })
  await interview.thinkTime.waitFor()
  await page.keyboard.press('r')
  await expect(page.getByRole('main').getByText('1 second left')).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText('Thank you')).toBeVisible({ timeout: 15_000 })
  await interview.thinkTime.waitFor()
  await photograph(running, 'mock-follow-up')
  await interview.leave.click()
  await page.getByRole('button', { name: 'Back to Practice' }).click()

  const { packId: long } = await ask(page, 'packs.create', { title: 'Long' })
  await ask(page, 'questions.create', {
    into: { packId: long },
    fields: { ...EMPTY_FIELDS, question: LONG },
  })
  await InterviewPage.beginWith(page, long, { settings })
  await interview.thinkTime.waitFor()
  await photograph(running, 'mock-long-question')
})

test('a mock interview without a microphone', async ({ launch }) => {
  const running = await launch({ microphone: { kind: 'missing' } })
  const { page } = running
  await page.getByRole('button', { name: 'Get started' }).click()
  await page.getByRole('heading', { name: 'Practice' }).waitFor()
  await InterviewPage.beginWith(page, 'backend-developer', { settings })
  await expect(page.getByRole('alert')).toBeVisible()
  await photograph(running, 'mock-trouble')
})
