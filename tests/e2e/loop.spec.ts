import { readTake, storedTakes } from '../helpers/library'
import { correlate, decode, levelDb, loopSlice } from '../helpers/sound'
import { SPEECH_FILE } from '../helpers/launch'
import { readWav } from '../helpers/wav'
import { expect, test } from './fixtures'
import { SessionPage } from './pages/session'

const TAKE_MS = 5000

test('a take holds what the microphone heard: length, level and content', async ({
  page,
  dataFolder,
}) => {
  const session = await SessionPage.start(page)
  const heldMs = await session.watchRecording()
  await session.begin()
  await page.waitForTimeout(TAKE_MS)
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)

  const [take] = storedTakes(dataFolder)
  expect(take).toMatchObject({ state: 'ready', number: 1 })
  const source = readWav(SPEECH_FILE)
  const sound = await decode(page, readTake(dataFolder, take!), source.sampleRate)
  const decodedMs = (sound.samples.length / sound.sampleRate) * 1000

  // The first sample comes a moment before "Recording", the last one a moment after Stop; on a busy
  // machine that moment may be long.
  const longerMs = decodedMs - (await heldMs())
  expect(longerMs).toBeGreaterThan(-50)
  expect(longerMs).toBeLessThan(1000)
  expect(Math.abs(decodedMs - take!.duration_ms!)).toBeLessThan(25)

  const { correlation, offset } = correlate(sound.samples, source.samples)
  expect(correlation).toBeGreaterThan(0.8)
  const same = loopSlice(source.samples, offset, sound.samples.length)
  expect(Math.abs(levelDb(sound.samples) - levelDb(same))).toBeLessThan(1)
})

test('plays at once, seeks to the place asked for, and follows the speed', async ({ page }) => {
  const session = await SessionPage.start(page)
  await session.recordTake(TAKE_MS)

  await session.answer.getByRole('button', { name: 'Play answer' }).click()
  await expect.poll(() => session.seconds()).toBeGreaterThan(0.5)
  await session.answer.getByRole('button', { name: 'Pause answer' }).click()

  await session.position.fill('3')
  await expect.poll(async () => Math.abs((await session.seconds()) - 3)).toBeLessThan(0.05)

  const wave = session.answer.getByRole('img', { name: 'Waveform' })
  const box = (await wave.boundingBox())!
  await wave.click({ position: { x: box.width / 2, y: box.height / 2 } })
  const middle = Number(await session.position.getAttribute('max')) / 2
  await expect.poll(async () => Math.abs((await session.seconds()) - middle)).toBeLessThan(0.1)

  await page.getByRole('combobox', { name: 'Speed' }).selectOption('2')
  await session.position.fill('0')
  await session.answer.getByRole('button', { name: 'Play answer' }).click()
  await expect.poll(() => session.seconds()).toBeGreaterThan(0.2)
  const [fromSeconds, from] = [await session.seconds(), Date.now()]
  await page.waitForTimeout(1000)
  const rate = ((await session.seconds()) - fromSeconds) / ((Date.now() - from) / 1000)
  expect(rate).toBeGreaterThan(1.7)
  expect(rate).toBeLessThan(2.3)
})

test('the example is hidden until there is a take of one’s own', async ({ page }) => {
  const session = await SessionPage.start(page)
  await expect(session.example).toBeHidden()
  await session.recordTake(1000)
  await expect(session.example).toBeVisible()
  const first = await session.example.innerText()
  await page.getByRole('combobox', { name: 'Which example' }).selectOption({ index: 1 })
  expect(await session.example.innerText()).not.toBe(first)
})

test('shows the example before a take when asked', async ({ page }) => {
  const session = await SessionPage.start(page)
  await page.getByRole('button', { name: 'Show example answer' }).click()
  await expect(session.example).toBeVisible()
})

test('a bare system says plainly that it has no voice to read with', async ({ page }) => {
  const session = await SessionPage.start(page)
  await page.keyboard.press('e')
  const hasVoice = await page.evaluate(() => speechSynthesis.getVoices().length > 0)
  await expect(session.example.getByRole('button', { name: 'Listen to example' })).toBeVisible()
  await expect(session.example.getByText('This system has no voice')).toHaveCount(hasVoice ? 0 : 1)
})

test('records again, keeps one as best, deletes and brings back', async ({ page, dataFolder }) => {
  const session = await SessionPage.start(page)
  await session.recordTake(1000)
  await session.recordTake(1000)
  await expect(session.record).toHaveAccessibleName('Record again')

  await page.getByRole('button', { name: 'Keep take 1 as best' }).click()
  await expect.poll(() => storedTakes(dataFolder).map((take) => take.is_best)).toEqual([1, 0])

  await page.getByRole('button', { name: 'Delete take 2' }).click()
  await expect(session.takes).toHaveCount(1)
  expect(storedTakes(dataFolder)[1]!.deleted_at_ms).not.toBeNull()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(session.takes).toHaveCount(2)
  expect(storedTakes(dataFolder)[1]!.deleted_at_ms).toBeNull()

  await page.getByRole('button', { name: 'Play take 1' }).click()
  await expect(session.answer.getByRole('button', { name: 'Pause answer' })).toBeVisible()
})

test('pause leaves a take without the pause', async ({ page, dataFolder }) => {
  const session = await SessionPage.start(page)
  await session.begin()
  await page.waitForTimeout(1500)
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(page.getByText('Paused', { exact: true })).toBeVisible()
  await page.waitForTimeout(2000)
  await page.getByRole('button', { name: 'Resume', exact: true }).click()
  await page.waitForTimeout(1500)
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)
  const [take] = storedTakes(dataFolder)
  const sound = await decode(page, readTake(dataFolder, take!), 16_000)
  const seconds = sound.samples.length / sound.sampleRate
  expect(seconds).toBeGreaterThan(2.6)
  expect(seconds).toBeLessThan(3.8)
  expect(Math.abs(seconds * 1000 - take!.duration_ms!)).toBeLessThan(60)
})

test('going to the next question in mid-take saves the take first', async ({
  page,
  dataFolder,
}) => {
  const session = await SessionPage.start(page)
  await session.begin()
  await page.waitForTimeout(1000)
  await page.getByRole('button', { name: 'Next question' }).click()
  await expect(page.getByText('Question 2 of 19')).toBeVisible()
  await expect.poll(() => storedTakes(dataFolder)[0]?.state).toBe('ready')
})

test('closing the window in mid-take saves the take first', async ({ running, dataFolder }) => {
  const session = await SessionPage.start(running.page)
  await session.begin()
  await running.page.waitForTimeout(1500)
  await running.app.close()
  const [take] = storedTakes(dataFolder)
  expect(take).toMatchObject({ state: 'ready' })
  expect(take!.duration_ms).toBeGreaterThan(1200)
})
