import type { Page } from '@playwright/test'
import { calendarDateOf } from '../../shared/interviews/practiceDays'
import { addDays } from '../../shared/practice/day'
import { expect, test } from '../e2e/fixtures'
import { ask } from '../helpers/ask'
import { photograph } from './camera'

const LONG =
  'Donaudampfschifffahrtsgesellschaft, second round, with the whole team, the head of operations and somebody from the works council'

async function save(page: Page, where: string, days: number): Promise<string> {
  const date = addDays(calendarDateOf(Date.now()), days)
  const reply = await ask(page, 'interviews.save', { interviewId: null, where, date, scope: null })
  if (!reply.ok) throw new Error(reply.error.detail)
  return (reply.value as { id: string }).id
}

async function comeBack(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Practice' }).click()
}

test('your interview: the form, one, and several with long names', async ({ running }) => {
  const { page } = running
  const region = page.getByRole('region', { name: 'Your interview' })
  await region.getByRole('button', { name: 'Set interview date' }).click()
  const form = page.getByRole('dialog', { name: 'Your interview' })
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText('Choose the day.')).toBeVisible()
  await photograph(running, 'interview-refused')
  await form.getByRole('textbox', { name: 'Where' }).fill(LONG)
  await form.getByLabel('Date').fill(addDays(calendarDateOf(Date.now()), 6))
  await form.getByRole('radio', { name: 'For this interview only these' }).check()
  await form.getByRole('checkbox', { name: 'Backend Developer' }).check()
  await photograph(running, 'interview-form')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  await photograph(running, 'practice-interview')
  for (const [index, where] of ['Acme', '', 'Globex', LONG].entries())
    await save(page, where, 1 + index * 9)
  await comeBack(page)
  await expect(region.getByText('tomorrow', { exact: true })).toBeVisible()
  await region.getByRole('button', { name: 'Add another interview' }).scrollIntoViewIfNeeded()
  await photograph(running, 'practice-interviews')
  await region.getByRole('button', { name: 'Put the practice into my calendar' }).click()
  await photograph(running, 'interview-calendar')
})

test('after an interview: what they asked, and those that are past', async ({ running }) => {
  const { page } = running
  await save(page, LONG, -1)
  const interviewId = await save(page, 'Acme', -20)
  const questionIds = ['development-experience', 'preferred-language'].map(
    (name) => `backend-developer/${name}`,
  )
  await ask(page, 'interviews.tell', { interviewId, questionIds: questionIds.slice(0, 1) })
  await comeBack(page)
  const region = page.getByRole('region', { name: 'Your interview' })
  await region.getByRole('button', { name: 'Past interviews' }).click()
  await expect(region.getByRole('link').first()).toBeVisible()
  await page.getByRole('button', { name: 'Tell what they asked' }).scrollIntoViewIfNeeded()
  await photograph(running, 'practice-after-interview')
  await page.getByRole('button', { name: 'Tell what they asked' }).click()
  const dialog = page.getByRole('dialog', { name: 'What they asked' })
  await dialog.getByRole('checkbox').nth(1).check()
  await expect(dialog.getByText('1 question asked')).toBeVisible()
  await photograph(running, 'interview-asked')
})
