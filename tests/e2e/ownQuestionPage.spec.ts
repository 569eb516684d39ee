import type { Page } from '@playwright/test'
import { ask } from '../helpers/ask'
import { expect, test } from './fixtures'
import { expectNoViolations } from './pages/accessible'

const OF_APP = 'backend-developer/development-experience'

async function openQuestion(page: Page, questionId: string): Promise<void> {
  await page.evaluate((id) => {
    window.location.hash = `#/question/${id}`
  }, questionId)
  await expect(page.getByRole('button', { name: 'Practise this question' })).toBeVisible()
}

async function read(page: Page, questionId: string): Promise<unknown> {
  const reply = await ask(page, 'questions.read', { questionId })
  return reply.ok ? reply.value : reply.error
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('what one puts on a question of the app is on the disk, and goes along into a copy', async ({
  running,
  launch,
}) => {
  const { page } = running
  await openQuestion(page, OF_APP)
  const outline = page.getByRole('region', { name: 'My outline' })
  await outline.getByRole('textbox', { name: 'Line 1' }).focus()
  await page.keyboard.type('canal lock')
  await page.keyboard.press('Enter')
  await page.keyboard.type('two teams')
  await button(page, 'Star').focus()
  await page.keyboard.press('Space')
  await expect(button(page, 'Star')).toHaveAttribute('aria-pressed', 'true')
  await button(page, 'Add an example of mine').click()
  await expect(page.getByRole('textbox', { name: 'My example answer' })).toBeFocused()
  await page.keyboard.type('It was late.')
  await page.getByRole('textbox', { name: 'My tags' }).fill('hard, acme')
  const layer = {
    outline: ['canal lock', 'two teams'],
    exampleAnswers: [{ text: 'It was late.' }],
    tags: ['hard', 'acme'],
    isStarred: true,
  }
  await expect.poll(() => read(page, OF_APP)).toMatchObject({ layer })
  await expectNoViolations(page, 'question with what is mine')
  await page.getByRole('textbox', { name: 'Line 3' }).click()
  await page.keyboard.type('the last words')
  // At once: nothing that was written is lost by closing the window.
  const closed = running.app.waitForEvent('close')
  await page.evaluate(() => window.close())
  await closed

  const again = (await launch()).page
  await openQuestion(again, OF_APP)
  await expect(button(again, 'Star')).toHaveAttribute('aria-pressed', 'true')
  await expect(again.getByRole('textbox', { name: 'Line 2' })).toHaveValue('two teams')
  await expect(again.getByRole('textbox', { name: 'Line 3' })).toHaveValue('the last words')
  await expect(again.getByRole('textbox', { name: 'My tags' })).toHaveValue('hard, acme')

  await button(again, 'Copy to my pack').click()
  await expect(again.getByText(/^My questions ·/)).toBeVisible()
  await expect(again.getByRole('textbox', { name: 'Line 1' })).toHaveValue('canal lock')
  await button(again, 'Edit question').click()
  const words = again.getByRole('textbox', { name: 'Question', exact: true })
  await words.fill('What have you built, and for whom?')
  await again.keyboard.press('Control+Enter')
  await expect(
    again.getByRole('heading', { level: 1, name: 'What have you built, and for whom?' }),
  ).toBeVisible()
  await expectNoViolations(again, 'question of my own')

  await button(again, 'Practise this question').click()
  await expect(
    again.getByRole('heading', { level: 1, name: 'What have you built, and for whom?' }),
  ).toBeVisible()
  await expect(button(again, 'Record')).toBeVisible()
})

test('a question that is not for me is asked by no session of its pack, until it is again', async ({
  page,
}) => {
  await openQuestion(page, OF_APP)
  await button(page, 'Not for me').click()
  await expect(page.getByText('Sessions leave it out.')).toBeVisible()
  const asked = async () => {
    const reply = await ask(page, 'packs.list')
    const packs = reply.ok ? (reply.value as { id: string; questionCount: number }[]) : []
    return packs.find(({ id }) => OF_APP.startsWith(`${id}/`))?.questionCount
  }
  await expect.poll(asked).toBe(18)
  await button(page, 'Not for me').click()
  await expect.poll(asked).toBe(19)
})
