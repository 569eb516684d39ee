import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { storedTakes } from '../helpers/library'
import { silentWav } from '../helpers/wav'
import { expect, test } from './fixtures'
import { SessionPage, startButton } from './pages/session'

test('a denied microphone is explained, and nothing half-made is stored', async ({
  launch,
  dataFolder,
}) => {
  const { page } = await launch({ microphone: { kind: 'denied' } })
  await page.getByRole('button', { name: 'Get started' }).click()
  await startButton(page).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(/microphone/i)
  await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Record', exact: true })).toBeDisabled()
  await page.keyboard.press('r')
  expect(storedTakes(dataFolder)).toHaveLength(0)
})

test('no microphone at all is explained', async ({ launch, dataFolder }) => {
  const { page } = await launch({ microphone: { kind: 'missing' } })
  await page.getByRole('button', { name: 'Get started' }).click()
  await startButton(page).click()
  await expect(page.getByRole('alert')).toContainText(/no microphone/i)
  await expect(page.getByRole('button', { name: 'Record', exact: true })).toBeDisabled()
  expect(storedTakes(dataFolder)).toHaveLength(0)
})

test('the meter is alive before recording', async ({ page }) => {
  await SessionPage.start(page)
  const meter = page.getByRole('meter', { name: 'Input level' })
  const level = async () => Number(await meter.getAttribute('aria-valuenow'))
  await expect.poll(level).toBeGreaterThan(-45)
})

test('a microphone that sends nothing but zeros is pointed out', async ({ launch, dataFolder }) => {
  mkdirSync(dataFolder, { recursive: true })
  const file = join(dataFolder, 'silence.wav')
  writeFileSync(file, silentWav({ seconds: 2, sampleRate: 16_000 }))
  const { page } = await launch({ microphone: { kind: 'speaks', file } })
  await page.getByRole('button', { name: 'Get started' }).click()
  await startButton(page).click()
  await expect(
    page.getByRole('region', { name: 'Recorder' }).getByText('No sound from this microphone'),
  ).toBeVisible()
})

test('offers every microphone and remembers the one that was chosen', async ({
  running,
  launch,
}) => {
  const { page } = running
  await SessionPage.start(page)
  const picker = page.getByRole('combobox', { name: 'Microphone' })
  await expect(picker.getByRole('option')).not.toHaveCount(0)
  const labels = await picker.getByRole('option').allInnerTexts()
  expect(labels.length).toBeGreaterThan(1)
  const chosen = labels.at(-1)!
  await picker.selectOption({ label: chosen })
  await expect(picker.locator('option:checked')).toHaveText(chosen)
  await expect(page.getByRole('button', { name: 'Record', exact: true })).toBeEnabled()

  await running.app.close()
  const again = await launch()
  await startButton(again.page).click()
  await expect(
    again.page.getByRole('combobox', { name: 'Microphone' }).locator('option:checked'),
  ).toHaveText(chosen)
})
