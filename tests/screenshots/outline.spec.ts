import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/fixtures'
import { SessionPage } from '../e2e/pages/session'
import { ask } from '../faults/bridge'
import { EMPTY_FIELDS } from '../faults/emptyFields'
import { photograph } from './camera'

const region = (page: Page) => page.getByRole('region', { name: 'My outline' })

test('an outline: empty, written, glanced at, ticked, left out', async ({ running }) => {
  const { page } = running
  const session = await SessionPage.start(page)
  await expect(region(page)).toBeVisible()
  await photograph(running, 'outline-empty')
  const lines = [
    'Two years at a parcel company, six million scans a day',
    'Late scans: sorted by scan time, not by arrival',
    'Ninety complaints a week, now under ten',
    'No project led yet: that is why I am here',
  ]
  for (const [index, line] of lines.entries()) {
    await page.getByRole('textbox', { name: `Line ${index + 1}` }).fill(line)
  }
  await page.keyboard.press('Escape')
  await session.begin()
  await page.waitForTimeout(2000)
  await page.keyboard.press('o')
  await photograph(running, 'outline-recording')
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)
  await page.getByRole('checkbox', { name: /^Two years/ }).check()
  await page.getByRole('checkbox', { name: /^Ninety/ }).check()
  await page.waitForTimeout(2000)
  await photograph(running, 'outline-ticked')
  await session.begin()
  await page.waitForTimeout(2000)
  await photograph(running, 'outline-recording-again')
  await session.stop.click()
  await expect(session.takes).toHaveCount(2)
  await page.getByRole('button', { name: 'Edit outline' }).click()
  await photograph(running, 'outline-edited')
  await session.finish()
  await page.getByRole('button', { name: 'Back to Practice' }).click()
  await SessionPage.start(page)
  await expect(page.getByText(/^Left out/)).toHaveCount(2)
  await photograph(running, 'outline-left-out')
})

test("packs of one's own on Practice, and a question with nothing but its words", async ({
  running,
}) => {
  const { page } = running
  const { packId } = await ask(page, 'packs.create', { title: 'Acme, second round' })
  await ask(page, 'packs.create', {
    title: 'Questions from the whole hiring team of a company with a name that does not end there',
  })
  const outline = Array.from({ length: 12 }, (_one, index) => `Key word number ${index + 1}`)
  const texts = ['Why us?', 'Tell me about a conflict with somebody in your team.', 'Salary?']
  for (const question of texts) {
    const fields = { ...EMPTY_FIELDS, question }
    await ask(page, 'questions.create', { into: { packId }, fields, outline })
  }
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Practice' }).click()
  const acme = page.getByRole('group', { name: 'Acme, second round' })
  await expect(acme).toBeVisible()
  await photograph(running, 'practice-own-packs')
  await acme.getByRole('button', { name: 'Start session' }).click()
  const session = new SessionPage(page)
  await session.ready()
  await photograph(running, 'own-question-ready')
  await session.addTake({ times: 2 })
  await page.waitForTimeout(1000)
  await photograph(running, 'own-question-review')
})
