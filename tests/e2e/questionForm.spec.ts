import type { Page } from '@playwright/test'
import { ask } from '../helpers/ask'
import { expect, test } from './fixtures'
import { expectNoViolations } from './pages/accessible'

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const dialog = (page: Page, name = 'New question') => page.getByRole('dialog', { name })

async function openForm(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Questions', exact: true }).click()
  await page.getByRole('button', { name: 'New question' }).click()
  await expect(dialog(page)).toBeVisible()
}

async function draft(page: Page): Promise<unknown> {
  const reply = await ask(page, 'drafts.read', { questionId: null })
  return reply.ok ? reply.value : reply.error
}

test('a question is written with the keyboard alone, and listed', async ({ running }) => {
  const { page } = running
  await page.getByRole('link', { name: 'Questions', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'New question' }).focus()
  await page.keyboard.press('Enter')
  await expect(box(page, 'Question')).toBeFocused()
  await page.keyboard.type('Why us, of all?')
  // Pack, its name, tags, outline.
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('Tab')
  await expect(box(page, 'My outline')).toBeFocused()
  await page.keyboard.type('canal lock')
  await page.keyboard.press('Enter')
  await page.keyboard.type('two teams')
  await expectNoViolations(page, 'form of a question')
  await page.keyboard.press('Shift+Tab')
  await expect(box(page, 'Tags')).toBeFocused()
  await page.keyboard.type('acme, hard')
  await page.keyboard.press('Enter')

  await expect(dialog(page)).toBeHidden()
  await expect(page.getByRole('button', { name: 'New question' })).toBeFocused()
  const list = page.getByRole('list', { name: 'Questions' })
  await expect(list.getByRole('link', { name: 'Why us, of all?' })).toBeVisible()
  expect(await draft(page)).toBeNull()
})

test('the form is as it was left after the app was killed', async ({ running, launch }) => {
  await openForm(running.page)
  await box(running.page, 'Question').fill('Why us')
  await box(running.page, 'My outline').fill('canal lock\ntwo te')
  await expect
    .poll(() => draft(running.page))
    .toEqual({ question: 'Why us', outline: ['canal lock\ntwo te'] })
  running.app.process().kill('SIGKILL')
  await running.app.close().catch(() => {})

  const again = await launch()
  const { page } = again
  await openForm(page)
  await expect(box(page, 'Question')).toHaveValue('Why us')
  await expect(box(page, 'My outline')).toHaveValue('canal lock\ntwo te')
  await expect(page.getByText('This was written before and not saved.')).toBeVisible()

  // The last letters before the window is closed are kept too.
  await box(page, 'Tags').pressSequentially('acme')
  const closed = again.app.waitForEvent('close')
  await page.evaluate(() => window.close())
  await closed
  const third = (await launch()).page
  await openForm(third)
  await expect(box(third, 'Tags')).toHaveValue('acme')

  // Closed without a word it stays; thrown away it is gone, until that is undone.
  await third.keyboard.press('Escape')
  await expect(dialog(third)).toBeHidden()
  await openForm(third)
  await third.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog(third)).toBeHidden()
  await expect.poll(() => draft(third)).toBeNull()
  await third.getByRole('button', { name: 'Undo' }).click()
  await expect(box(third, 'Question')).toHaveValue('Why us')
  await third.getByRole('button', { name: 'Save' }).click()
  await expect(third.getByRole('link', { name: 'Why us' })).toBeVisible()
})
