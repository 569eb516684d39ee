import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Interview } from '../../shared/interviews/interview'
import { calendarDateOf } from '../../shared/interviews/practiceDays'
import { addDays } from '../../shared/practice/day'
import { ask } from '../helpers/ask'
import { spoilDatabase } from '../helpers/library'
import { launchApp, type RunningApp } from '../helpers/launch'
import { expect, test } from './fixtures'
import { expectNoViolations } from './pages/accessible'

const inDays = (days: number) => addDays(calendarDateOf(Date.now()), days)

const region = (page: Page) => page.getByRole('region', { name: 'Your interview' })
const form = (page: Page) => page.getByRole('dialog', { name: 'Your interview' })
const status = (page: Page) => page.getByRole('status').first()

async function saveInterview(page: Page, where: string, date: string): Promise<Interview> {
  const reply = await ask(page, 'interviews.save', { interviewId: null, where, date, scope: null })
  if (!reply.ok) throw new Error(reply.error.detail)
  return reply.value as Interview
}

/** Practice as it is for somebody who comes back to it. */
async function comeBack(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Practice' }).click()
}

/** What the system's dialog would answer. */
async function answerSaveDialog({ app }: RunningApp, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
}

test('an interview is set, moved and removed with the keyboard alone, and is there after a kill', async ({
  running,
  launch,
}) => {
  const { page, app } = running
  await expectNoViolations(page, 'practice without an interview')
  await region(page).getByRole('button', { name: 'Set interview date' }).press('Enter')
  await expect(form(page).getByRole('heading')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('Acme')
  await form(page).getByLabel('Date').fill(inDays(6))
  await expect(form(page).getByText(/, in 6 days\.$/)).toBeVisible()
  await expectNoViolations(page, 'your interview')
  await page.keyboard.press('Enter')
  await expect(status(page)).toHaveText('Interview in 6 days saved')

  // Said is stored.
  const ended = app.waitForEvent('close')
  app.process().kill('SIGKILL')
  await ended
  const again = (await launch()).page
  await expect(region(again).getByText('in 6 days')).toBeVisible()
  await expect(region(again)).toContainText('Acme')

  const change = region(again).getByRole('button', { name: 'Change interview date', exact: true })
  await change.press('Enter')
  await form(again).getByLabel('Date').fill(inDays(1))
  await form(again).getByRole('button', { name: 'Save' }).press('Enter')
  await expect(form(again)).toBeHidden()
  await expect(change).toBeFocused()
  await expect(region(again).getByText('tomorrow', { exact: true })).toBeVisible()
  await expectNoViolations(again, 'practice with an interview')

  await change.press('Enter')
  await form(again).getByRole('button', { name: 'Remove' }).press('Enter')
  await expect(region(again).getByRole('button', { name: 'Set interview date' })).toBeVisible()
  await expect(region(again).getByRole('heading')).toBeFocused()
  await region(again).getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(region(again).getByText('tomorrow', { exact: true })).toBeVisible()
})

test('an interview and what they asked is found when the database is lost', async ({
  running,
  launch,
  dataFolder,
}) => {
  const { page, app } = running
  const { id: interviewId } = await saveInterview(page, 'Acme', inDays(-2))
  const questionIds = ['backend-developer/development-experience']
  expect(await ask(page, 'interviews.tell', { interviewId, questionIds })).toMatchObject({
    ok: true,
  })
  await saveInterview(page, 'Globex', inDays(12))
  await app.close()
  spoilDatabase(dataFolder)
  const again = (await launch()).page
  await again.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
  await expect(region(again)).toContainText('Globex')
  await region(again).getByRole('button', { name: 'Past interviews' }).press('Enter')
  const past = region(again).getByRole('list', { name: 'Past interviews' })
  await expect(past).toContainText('1 question asked')
  await expectNoViolations(again, 'past interviews')
})

test('the practice goes into a calendar file, and a second one updates the first', async ({
  running,
  dataFolder,
}) => {
  const { page } = running
  const { id } = await saveInterview(page, 'Umbrella Corporation', inDays(4))
  await comeBack(page)
  const fill = async (time: string, file: string) => {
    await answerSaveDialog(running, join(dataFolder, file))
    await region(page)
      .getByRole('button', { name: 'Put the practice into my calendar' })
      .press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Practice in your calendar' })
    await dialog.getByLabel('At what time').fill(time)
    await expect(dialog.getByText(/^4 entries of 20 minutes, from today to /)).toBeVisible()
    await expectNoViolations(page, 'practice in your calendar')
    await dialog.getByRole('button', { name: 'Save' }).press('Enter')
    await expect(dialog).toBeHidden()
    await expect(status(page)).toHaveText(`4 entries saved in ${file}`)
    return readFileSync(join(dataFolder, file), 'utf8')
  }
  // Late enough not to be over while this runs.
  const first = await fill('23:58', 'first.ics')
  const second = await fill('23:59', 'second.ics')
  const uids = (text: string) => [...text.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid)
  expect(uids(first)).toEqual([0, 1, 2, 3].map((day) => `${id}-${inDays(day)}@soundcheck`))
  expect(uids(second)).toEqual(uids(first))
  expect(first.match(/^SEQUENCE:0\r$/gm)).toHaveLength(4)
  expect(second.match(/^SEQUENCE:1\r$/gm)).toHaveLength(4)
  const compact = inDays(1).replaceAll('-', '')
  expect(first).toContain(`\r\nDTSTART:${compact}T235800\r\n`)
  expect(second).toContain(`\r\nDTSTART:${compact}T235900\r\n`)
  for (const text of [first, second]) {
    expect(text).not.toContain('Umbrella')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  }
  await answerSaveDialog(running, join(dataFolder, 'no such folder', 'x.ics'))
  await region(page)
    .getByRole('button', { name: 'Put the practice into my calendar' })
    .press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Practice in your calendar' })
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('The file could not be saved.')
})

test('what they asked is ticked and pasted, and stays though the app is killed', async ({
  running,
  launch,
}) => {
  const { page, app } = running
  await saveInterview(page, 'Acme', inDays(-1))
  await comeBack(page)
  const after = page.getByRole('region', { name: 'How did the interview go?' })
  await expect(after).toContainText('Acme')
  await expectNoViolations(page, 'after an interview')
  await after.getByRole('button', { name: 'Tell what they asked' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'What they asked' })
  await dialog.getByRole('searchbox', { name: 'Search questions' }).fill('yourself')
  const box = dialog.getByRole('checkbox', { name: /^Tell me about yourself/ })
  await box.press('Space')
  await expect(dialog.getByText('1 question asked')).toBeVisible()
  await expectNoViolations(page, 'what they asked')

  await dialog.getByRole('button', { name: 'Paste questions' }).press('Enter')
  const paste = page.getByRole('dialog', { name: 'Paste questions' })
  await paste
    .getByRole('textbox', { name: 'Questions' })
    .fill('- Why is the sky blue?\n- And the sea?')
  await paste.getByRole('button', { name: 'Add 2 questions' }).press('Enter')
  await expect(paste).toBeHidden()
  await expect(dialog.getByText('3 questions asked')).toBeVisible()
  await expect(dialog.getByRole('checkbox').first()).toBeChecked()
  await expect(dialog.getByRole('checkbox', { name: 'Why is the sky blue?' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(after).toBeHidden()
  await expect(region(page).getByRole('heading')).toBeFocused()

  const ended = app.waitForEvent('close')
  app.process().kill('SIGKILL')
  await ended
  const again = (await launch()).page
  await again.getByRole('link', { name: 'Questions', exact: true }).click()
  await again.getByRole('combobox', { name: 'Tag' }).selectOption('asked')
  await expect(again.getByRole('list', { name: 'Questions' }).getByRole('link')).toHaveCount(3)
})

test('an interview with all it has goes for good when the app quits', async ({ dataFolder }) => {
  const first = await launchApp({ dataFolder })
  await first.page.getByRole('button', { name: 'Get started' }).click()
  const { id } = await saveInterview(first.page, 'Umbrella Corporation', inDays(4))
  await ask(first.page, 'backups.make')
  expect(await ask(first.page, 'interviews.remove', { interviewId: id })).toMatchObject({
    ok: true,
  })
  await first.app.close()
  const second = await launchApp({ dataFolder })
  expect(await ask(second.page, 'interviews.list')).toEqual({ ok: true, value: [] })
  expect(await ask(second.page, 'interviews.restore', { interviewId: id })).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  })
  await second.app.close()
})
