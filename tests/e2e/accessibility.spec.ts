import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { spoilDatabase } from '../helpers/library'
import { expect, test } from './fixtures'
import { SessionPage } from './pages/session'

async function expectNoViolations(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // legacyMode: Electron cannot open the extra page in which axe gathers the results of frames.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
    )
    expect(found, `${screen}, ${colorScheme}`).toEqual([])
  }
}

test('welcome', async ({ launch }) => {
  const { page } = await launch()
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible()
  await expectNoViolations(page, 'welcome')
  await page.getByRole('button', { name: 'Check microphone' }).click()
  await expect(page.getByRole('meter', { name: 'Input level' })).toBeVisible()
  await expectNoViolations(page, 'welcome with microphone')
})

test('practice, history and settings, empty', async ({ page }) => {
  await expectNoViolations(page, 'practice')
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible()
  await expectNoViolations(page, 'history without sessions')
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await expectNoViolations(page, 'settings')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoViolations(page, 'shortcuts')
})

test('session: ready, recording, paused, reviewed; then history', async ({ page }) => {
  const session = await SessionPage.start(page)
  await expectNoViolations(page, 'ready')
  await session.begin()
  await expectNoViolations(page, 'recording')
  await page.keyboard.press('p')
  await expect(page.getByText('Paused', { exact: true })).toBeVisible()
  await expectNoViolations(page, 'paused')
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)
  await expectNoViolations(page, 'review')
  await page.getByRole('button', { name: 'Keep take 1 as best' }).click()
  await page.keyboard.press('3')
  await expectNoViolations(page, 'review, rated and best')
  await page.getByRole('button', { name: 'Finish session' }).click()
  await expectNoViolations(page, 'practice with a session')
  await page.getByRole('link', { name: 'History' }).click()
  const item = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await expect(item).toHaveCount(1)
  await expectNoViolations(page, 'history')
  const search = page.getByRole('searchbox', { name: 'Search history' })
  await search.fill('experience')
  await expect(page.locator('mark').first()).toBeVisible()
  await expectNoViolations(page, 'history, searched')
  await search.fill('')
  await expect(page.locator('mark')).toHaveCount(0)
  await item.getByRole('link').first().click()
  await page.getByRole('button', { name: 'Play take 1' }).click()
  await expectNoViolations(page, 'past session')
})

test('backups: the list, the question and its answer', async ({ page }) => {
  const session = await SessionPage.start(page)
  await session.recordTake(1000)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  const restore = page.getByRole('button', { name: /^Restore backup/ })
  await expect(restore).toHaveCount(1)
  await expectNoViolations(page, 'backups')

  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('button', { name: /^Delete session/ }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await restore.click()
  const dialog = page.getByRole('dialog', { name: 'Restore this backup?' })
  await expect(dialog.getByText('1 session comes back.')).toBeVisible()
  await expectNoViolations(page, 'restore this backup?')
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(page.getByText('1 session came back.').first()).toBeVisible()
  await expectNoViolations(page, 'a restored backup')
})

test('a rescued database, and a recording beside it', async ({ running, launch, dataFolder }) => {
  const session = await SessionPage.start(running.page)
  await session.begin()
  await running.page.waitForTimeout(1500)
  const ended = running.app.waitForEvent('close')
  running.app.process().kill('SIGKILL')
  await ended
  spoilDatabase(dataFolder)

  const { page } = await launch()
  const dialog = page.getByRole('dialog', { name: 'Recovered recordings' })
  await expect(dialog.getByText('The database was damaged.')).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await expectNoViolations(page, 'rescued with a recording')
  await dialog.getByRole('button', { name: 'Keep' }).click()
  await expect(dialog.getByRole('button', { name: 'Continue' })).toBeVisible()
  await expectNoViolations(page, 'rescued')
})

test('trouble with the microphone', async ({ launch }) => {
  const { page } = await launch({ microphone: { kind: 'denied' } })
  await page.getByRole('button', { name: 'Get started' }).click()
  await page.getByRole('button', { name: 'Start session' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectNoViolations(page, 'microphone denied')
})
