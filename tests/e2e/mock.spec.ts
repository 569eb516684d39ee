import type { Page } from '@playwright/test'
import { ask } from '../faults/bridge'
import { keptIn, likeness, part, THE_SAME_FROM } from '../faults/devices/kept'
import { storedTakes, type StoredTake } from '../helpers/library'
import { correlate, loopSlice } from '../helpers/sound'
import { watchAwake } from '../helpers/watchAwake'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { expectNoViolations } from './pages/accessible'
import { FOLLOW_UP, InterviewPage, LIMIT_MS, SHORT_QUESTIONS } from './pages/interview'

const TONE_HZ = 880

async function showPractice(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Practice' }).click()
}

/** How much of a sound is of this pitch, in dB under all of it. */
function pitchDb(samples: Float32Array, hz: number, sampleRate: number): number {
  let [real, imaginary, energy] = [0, 0, 0]
  samples.forEach((sample, index) => {
    const angle = (2 * Math.PI * hz * index) / sampleRate
    real += sample * Math.cos(angle)
    imaginary += sample * Math.sin(angle)
    energy += sample * sample
  })
  return 10 * Math.log10((2 * (real * real + imaginary * imaginary)) / (samples.length * energy))
}

/** What was said is in it, from its beginning, and the tone that came before is not. */
async function expectSpeech(page: Page, dataFolder: string, take: StoredTake): Promise<void> {
  const kept = await keptIn(page, dataFolder, take)
  expect(likeness(kept, 0, LIMIT_MS - 500)).toBeGreaterThan(THE_SAME_FROM)
  const begin = part(kept.sound, 0, 500)
  const { offset } = correlate(begin.samples, kept.speech.samples)
  const same = loopSlice(kept.speech.samples, offset, begin.samples.length)
  const [mine, theirs] = [begin.samples, same].map((all) =>
    pitchDb(all, TONE_HZ, kept.sound.sampleRate),
  )
  // Speech has a little of every pitch.
  expect(mine!).toBeLessThan(Math.max(theirs! + 3, -15))
}

test('three questions are asked and answered without a hand on anything', async ({
  running,
  dataFolder,
}) => {
  test.setTimeout(120_000)
  const { page, app } = running
  await InterviewPage.makeQuestions(page)
  await showPractice(page)
  const asked = await watchAwake(app, join(dataFolder, 'asked.log'))
  const interview = await InterviewPage.begin(page)
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect.poll(asked).toContain('start prevent-display-sleep true')

  const heard = new Set<string>()
  for (let number = 1; number <= 3; number += 1) {
    await expect(page.getByText(`Question ${number} of 3`)).toBeVisible({ timeout: 20_000 })
    await interview.recording()
    heard.add(await interview.question.innerText())
    await expect(interview.elapsed).toBeVisible()
    await expect(page.getByRole('main').getByText('1 second left')).toBeVisible()
  }
  await interview.finished()
  expect([...heard].toSorted()).toEqual([...SHORT_QUESTIONS].toSorted())
  await expect.poll(asked).toContain('stop false')

  const takes = storedTakes(dataFolder)
  expect(takes.map(({ state, number, follow_up }) => [state, number, follow_up])).toEqual(
    Array.from({ length: 3 }, () => ['ready', 1, '']),
  )
  for (const take of takes) {
    expect(take.duration_ms).toBeGreaterThan(LIMIT_MS - 200)
    expect(take.duration_ms).toBeLessThan(LIMIT_MS + 1000)
    await expectSpeech(page, dataFolder, take)
  }

  await expect(interview.answers).toHaveCount(3)
  await expect(page.getByText('3 fitting')).toBeVisible()
  await expectNoViolations(page, 'interview finished')
  await page.getByRole('radio', { name: 'Good' }).first().check()
  await expect.poll(() => storedTakes(dataFolder).map(({ rating }) => rating)).toContain(3)
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Pause answer 1' })).toBeVisible()
  // One after the other, by itself.
  await expect(page.getByRole('button', { name: 'Pause answer 2' })).toBeVisible({
    timeout: 15_000,
  })
  await page.getByRole('link', { name: 'History' }).click()
  const session = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await expect(session).toContainText('Mock interview')
})

test('R starts sooner and stops, but not at once; pause, example and steps are off', async ({
  page,
  dataFolder,
}) => {
  const { packId } = await InterviewPage.makeQuestions(page)
  const interview = await InterviewPage.beginWith(page, packId, {
    settings: { thinkMs: 30_000, limit: 'none' },
  })
  await expect(interview.thinkTime).toHaveText(/of 0:30$/)
  await expect(interview.elapsed).toHaveCount(0)
  await expectNoViolations(page, 'think time')
  const first = await interview.question.innerText()
  await page.keyboard.press('r')
  await interview.recording()
  // A hand that comes late: what it meant has begun by itself.
  for (const key of ['r', 'Space', 'p', 'e', 'Shift+ArrowRight', 'Control+1']) {
    await page.keyboard.press(key)
  }
  await page.waitForTimeout(1500)
  await expect(interview.stop).toBeEnabled()
  await expect(interview.question).toHaveText(first)
  await expectNoViolations(page, 'interview, recording')
  await page.keyboard.press('r')
  await expect(page.getByText('Question 2 of 3')).toBeVisible({ timeout: 10_000 })
  await expect(interview.question).not.toHaveText(first)
  await expect(interview.question).toBeFocused()

  await interview.thinkTime.waitFor()
  await page.keyboard.press('Space')
  await interview.recording()
  await page.waitForTimeout(1200)
  await interview.stop.press('Enter')
  await expect(page.getByText('Question 3 of 3')).toBeVisible({ timeout: 10_000 })
  expect(storedTakes(dataFolder).map(({ state }) => state)).toEqual(['ready', 'ready'])
})

test('leaving keeps what was said, and it goes on with what was not', async ({
  running,
  launch,
  dataFolder,
}) => {
  const { page } = running
  const { packId } = await InterviewPage.makeQuestions(page)
  const interview = await InterviewPage.beginWith(page, packId, { settings: { limit: 'none' } })
  await interview.recording()
  const first = await interview.question.innerText()
  await page.waitForTimeout(1500)
  await interview.leave.click()
  await expect(page.getByText('What you said to 1 of 3 questions is kept.')).toBeVisible()
  expect(storedTakes(dataFolder).map(({ state }) => state)).toEqual(['ready'])
  await expectNoViolations(page, 'interview left')
  await page.getByRole('button', { name: 'Back to Practice' }).click()
  await running.app.close()

  const again = await launch()
  await again.page.getByRole('button', { name: 'Resume session' }).click()
  await expect(again.page.getByText('It goes on with question 2.')).toBeVisible()
  // Enter that opened this is not the one that goes on.
  await again.page.waitForTimeout(600)
  await again.page.keyboard.press('Enter')
  const resumed = new InterviewPage(again.page)
  await resumed.recording()
  await expect(again.page.getByText('Question 2 of 3')).toBeVisible()
  await expect(resumed.question).not.toHaveText(first)
  await again.page.waitForTimeout(1000)
  await resumed.leave.click()
  await again.page.getByRole('button', { name: 'Finish interview' }).click()
  await resumed.finished()
  await expect(resumed.answers).toHaveCount(2)
})

test('closing the window in the middle of an answer saves it', async ({ running, dataFolder }) => {
  const { page, app } = running
  const { packId } = await InterviewPage.makeQuestions(page)
  const interview = await InterviewPage.beginWith(page, packId, { settings: { limit: 'none' } })
  await interview.recording()
  await page.waitForTimeout(1500)
  await app.close()
  const [take] = storedTakes(dataFolder)
  expect(take).toMatchObject({ state: 'ready' })
  expect(take!.duration_ms).toBeGreaterThan(1200)
})

test('a follow-up is asked after the answer, and its take says which', async ({
  page,
  dataFolder,
}) => {
  const { packId } = await InterviewPage.makeQuestions(page)
  const interview = await InterviewPage.beginWith(page, packId, {
    settings: { asksFollowUps: true },
  })
  await interview.recording()
  await page.waitForTimeout(1200)
  await page.keyboard.press('r')
  await expect(interview.question).toHaveText(FOLLOW_UP, { timeout: 10_000 })
  await expect(page.getByText('Question 1 of 3')).toBeVisible()
  await interview.recording()
  await page.waitForTimeout(1200)
  await page.keyboard.press('r')
  await expect(page.getByText('Question 2 of 3')).toBeVisible({ timeout: 10_000 })
  await interview.leave.click()
  await expect(page.getByText('What you said to 1 of 3 questions is kept.')).toBeVisible()
  const takes = storedTakes(dataFolder)
  expect(takes.map(({ number, follow_up }) => [number, follow_up])).toEqual([
    [1, ''],
    [2, FOLLOW_UP],
  ])
  expect(takes[0]!.question_id).toBe(takes[1]!.question_id)
})

test('the dialog says what there is, and remembers what was chosen', async ({ page }) => {
  await InterviewPage.makeQuestions(page)
  await showPractice(page)
  await page.getByRole('button', { name: 'Mock interview' }).click()
  const dialog = page.getByRole('dialog', { name: 'Mock interview' })
  const from = dialog.getByRole('combobox', { name: 'Questions from' })
  await expect(from.getByRole('option').first()).toBeAttached()
  const sources = await from.getByRole('option').allInnerTexts()
  expect(sources.slice(0, 3)).toEqual(['What I practise for', 'My own questions', 'Acme'])
  expect(sources).toContain('Backend Developer')
  const hasVoice = await page.evaluate(() =>
    speechSynthesis.getVoices().some(({ localService }) => localService),
  )
  const speaks = dialog.getByRole('checkbox', { name: 'Speak the question' })
  await expect(speaks).toBeEnabled({ enabled: hasVoice })
  await expect(dialog.getByText('This system has no voice')).toHaveCount(hasVoice ? 0 : 1)
  await expect(dialog.getByRole('checkbox', { name: "Hide the question's text" })).toBeDisabled()
  await expectNoViolations(page, 'mock interview, dialog')
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  const interview = await InterviewPage.begin(page, { think: '15 seconds', count: 2 })
  await expect(page.getByText('Question 1 of 2')).toBeVisible()
  await interview.leave.press('Enter')
  await page.getByRole('button', { name: 'Back to Practice' }).click()
  await page.getByRole('button', { name: 'Mock interview' }).click()
  await expect(from.locator('option:checked')).toHaveText('Acme')
  await expect(dialog.getByRole('spinbutton')).toHaveValue('2')
  await expect(dialog.getByRole('combobox', { name: 'Think time' })).toHaveValue('15000')
  const { mock } = await ask(page, 'settings.read', undefined)
  expect(mock).toMatchObject({ thinkMs: 15_000, questionCount: 2, limit: 'question' })
})

test('a microphone that is not there is said, and the question waits', async ({ launch }) => {
  const { page } = await launch({ microphone: { kind: 'missing' } })
  await page.getByRole('button', { name: 'Get started' }).click()
  await page.getByRole('heading', { name: 'Practice' }).waitFor()
  const { packId } = await InterviewPage.makeQuestions(page)
  await InterviewPage.beginWith(page, packId, { settings: { thinkMs: 15_000 } })
  await expect(page.getByRole('alert')).toContainText('There is no microphone.')
  await expect(page.getByText('Nothing was said yet.')).toBeVisible()
  await expectNoViolations(page, 'interview without a microphone')
  await expect(page.getByRole('button', { name: 'Go on with question 1' })).toBeVisible()
})
