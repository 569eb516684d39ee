import { expect, test } from '../e2e/fixtures'
import { SessionPage } from '../e2e/pages/session'
import { photograph } from './camera'

test('marks and the four questions', async ({ running }) => {
  const { page } = running
  const session = await SessionPage.start(page)
  await session.recordTake(12_000)
  await photograph(running, 'marks-none')
  const drop = async (name: string, seconds: number) => {
    await session.position.fill(String(seconds))
    await page.getByRole('button', { name, exact: true }).click()
  }
  await drop('Situation', 0.6)
  await drop('Task', 2.9)
  await drop('Action', 4.4)
  await drop('Filler', 5.2)
  await drop('Filler', 5.6)
  await drop('Strong', 7.3)
  await drop('Result', 9.8)
  await drop('Wandered', 11.6)
  // The window is a low one by now, in which the list is folded.
  const fold = page.getByRole('button', { name: '8 marks' })
  await fold.click()
  const notes = page.getByRole('textbox', { name: /^Note on the mark/ })
  await notes.nth(2).fill('Said what I did, not what the team did')
  await notes.nth(2).blur()
  await fold.click()
  await session.position.fill('5')
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
  await photograph(running, 'marks')
  await page.keyboard.press('q')
  for (const key of ['4', '3', '2']) await page.keyboard.press(key)
  await expect(page.getByText('3 of 4 answered')).toBeVisible()
  await photograph(running, 'rubric')
  await page.keyboard.press('Escape')
  await page.getByRole('slider', { name: 'Action' }).focus()
  await page.keyboard.press('ArrowRight')
  await photograph(running, 'mark-focused')
  await page.getByRole('button', { name: 'Finish session' }).click()
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('list', { name: 'Sessions' }).getByRole('link').first().click()
  await page.getByRole('button', { name: 'Play take 1' }).click()
  await expect(page.getByRole('list', { name: 'Marks' })).toBeVisible()
  await page.keyboard.press('Space')
  await photograph(running, 'past-session-marks')
})
