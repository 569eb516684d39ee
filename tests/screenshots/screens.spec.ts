import { copyFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../e2e/fixtures'
import { SessionPage, startButton } from '../e2e/pages/session'
import { storedTakes, takeFile } from '../helpers/library'
import { seedLibrary } from '../helpers/seed'
import { silentWav } from '../helpers/wav'
import { photograph, SCREENSHOT_FOLDER, takesPictures } from './camera'

test('first run', async ({ launch }) => {
  const running = await launch()
  await expect(running.page.getByRole('heading', { name: 'Welcome' })).toBeVisible()
  await photograph(running, 'welcome')
  await running.page.getByRole('button', { name: 'Check microphone' }).click()
  await expect(running.page.getByRole('meter')).toBeVisible()
  await running.page.waitForTimeout(1500)
  await photograph(running, 'welcome-microphone')
})

test('empty screens and settings', async ({ running }) => {
  const { page } = running
  await photograph(running, 'practice-first')
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByText('No sessions yet')).toBeVisible()
  await photograph(running, 'history-empty')
  await page.getByRole('link', { name: 'Settings' }).click()
  await photograph(running, 'settings')
  await page.getByRole('heading', { name: 'About' }).scrollIntoViewIfNeeded()
  await photograph(running, 'settings-end')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await photograph(running, 'shortcuts')
})

test('a session from ready to reviewed', async ({ running }) => {
  const { page } = running
  const session = await SessionPage.start(page)
  await page.getByRole('button', { name: 'Next question' }).click()
  await page.getByRole('button', { name: 'Next question' }).click()
  await session.ready()
  await page.waitForTimeout(2000)
  await photograph(running, 'session-ready')
  await page.keyboard.press('e')
  await photograph(running, 'session-example')
  await session.begin()
  await page.waitForTimeout(4000)
  await photograph(running, 'session-recording')
  await page.keyboard.press('p')
  await photograph(running, 'session-paused')
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)
  await session.recordTake(6000)
  await page.keyboard.press('3')
  await page.getByRole('button', { name: 'Keep take 1 as best' }).click()
  await page.getByRole('textbox', { name: 'Notes' }).fill('Start with the reason, then Go.')
  await page.getByRole('textbox', { name: 'Notes' }).blur()
  await page.waitForTimeout(3000)
  await session.position.fill('2.4')
  await session.question.scrollIntoViewIfNeeded()
  await photograph(running, 'session-review')
  if (takesPictures()) {
    copyFileSync(
      join(SCREENSHOT_FOLDER, 'session-review-1280x800-light.png'),
      join('resources', 'screenshot.png'),
    )
  }
  await page.getByRole('button', { name: 'Delete take 1' }).click()
  await photograph(running, 'session-undo')
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('list', { name: 'Sessions' })).toBeVisible()
  await photograph(running, 'history-undo-elsewhere')
  await page.getByRole('button', { name: /^Delete session/ }).click()
  await expect(page.getByText('No sessions yet')).toBeVisible()
  await photograph(running, 'history-undo')
})

test('a finished session, and one in which nothing was said', async ({ running }) => {
  const { page } = running
  const session = await SessionPage.start(page)
  for (const rating of ['Again', 'Good', 'Hard']) {
    await session.addTake({ times: 9 })
    await page.getByRole('radio', { name: rating }).check()
    await page.getByRole('button', { name: 'Next question' }).click()
  }
  await session.finish()
  await expect(page.getByRole('list', { name: 'Worth another try' })).toBeVisible()
  await photograph(running, 'session-finished')
  await page.getByRole('button', { name: 'Back to Practice' }).click()
  await expect(page.getByText('Last practised today')).toBeVisible()
  await photograph(running, 'practice-practised')
  await SessionPage.start(page)
  await session.finish()
  await expect(page.getByText('Nothing of this session is kept')).toBeVisible()
  await photograph(running, 'session-finished-nothing')
})

test('trouble with the microphone', async ({ launch }) => {
  const running = await launch({ microphone: { kind: 'denied' } })
  await running.page.getByRole('button', { name: 'Get started' }).click()
  await startButton(running.page).click()
  await expect(running.page.getByRole('alert')).toBeVisible()
  await photograph(running, 'microphone-denied')
})

test('no microphone', async ({ launch }) => {
  const running = await launch({ microphone: { kind: 'missing' } })
  await running.page.getByRole('button', { name: 'Get started' }).click()
  await startButton(running.page).click()
  await expect(running.page.getByRole('alert')).toBeVisible()
  await photograph(running, 'microphone-missing')
})

test('a silent microphone', async ({ launch, dataFolder }) => {
  mkdirSync(dataFolder, { recursive: true })
  const file = join(dataFolder, 'silence.wav')
  writeFileSync(file, silentWav({ seconds: 2, sampleRate: 16_000 }))
  const running = await launch({ microphone: { kind: 'speaks', file } })
  await running.page.getByRole('button', { name: 'Get started' }).click()
  await startButton(running.page).click()
  await expect(
    running.page.getByRole('region', { name: 'Recorder' }).getByText('No sound from'),
  ).toBeVisible()
  await photograph(running, 'microphone-silent')
})

test('a well-used library', async ({ running, launch, dataFolder }) => {
  await running.app.close()
  seedLibrary(dataFolder)
  const again = await launch()
  const { page } = again
  await expect(page.getByRole('heading', { name: 'Practice' })).toBeVisible()
  await photograph(again, 'practice')
  await page.getByRole('link', { name: 'History' }).click()
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await expect(sessions.first()).toBeVisible()
  await photograph(again, 'history')
  await page.getByRole('searchbox').fill('canal')
  await expect(page.locator('mark').first()).toBeVisible()
  await photograph(again, 'history-search')
  await page.getByRole('searchbox').fill('xylophone')
  await expect(page.getByRole('list', { name: 'Sessions' })).toBeHidden()
  await photograph(again, 'history-no-result')
  await page.getByRole('searchbox').fill('')
  await sessions.first().getByRole('link').first().click()
  await expect(page.getByRole('list', { name: 'Takes' }).first()).toBeVisible()
  await photograph(again, 'past-session')
  await page.getByRole('link', { name: 'Practice' }).click()
  await page.getByRole('button', { name: 'Resume session' }).click()
  await expect(page.getByRole('list', { name: 'Takes' })).toBeVisible()
  await photograph(again, 'session-long-texts-60-takes')
})

test('recovered recordings', async ({ running, launch }) => {
  const session = await SessionPage.start(running.page)
  await session.begin()
  await running.page.waitForTimeout(3000)
  const ended = running.app.waitForEvent('close')
  running.app.process().kill('SIGKILL')
  await ended
  const again = await launch()
  await expect(again.page.getByRole('dialog', { name: 'Recovered recordings' })).toBeVisible()
  await photograph(again, 'recovered')
})

test('a damaged take', async ({ running, launch, dataFolder }) => {
  const session = await SessionPage.start(running.page)
  await session.recordTake(1500)
  await running.app.close()
  truncateSync(takeFile(dataFolder, storedTakes(dataFolder)[0]!), 0)
  const again = await launch()
  await again.page.getByRole('button', { name: 'Resume session' }).click()
  await expect(again.page.getByRole('list', { name: 'Takes' })).toBeVisible()
  await again.page.waitForTimeout(500)
  await photograph(again, 'take-damaged')
  await again.page.getByRole('button', { name: 'Finish session' }).click()
  await again.page.getByRole('link', { name: 'History' }).click()
  await again.page.getByRole('list', { name: 'Sessions' }).getByRole('link').first().click()
  await expect(again.page.getByText('Damaged')).toBeVisible()
  await photograph(again, 'past-session-damaged')
})
