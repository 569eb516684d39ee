import { spawn } from 'node:child_process'
import type { Page } from '@playwright/test'
import { FOLLOW_UP, InterviewPage } from '../../e2e/pages/interview'
import { readTake, storedTakes } from '../../helpers/library'
import type { Pulse, PulseMicrophone } from '../../helpers/pulse'
import { decode } from '../../helpers/sound'
import { reportFigure } from '../report'
import { expect, test } from './fixtures'
import { watchFor } from './noticing'

const RATE_HZ = 16_000
const TONE_HZ = 880

/** How loud this pitch is in a sound, in dB of full scale; the loudest fifth of a second counts. */
function toneDb(samples: Float32Array): number {
  const length = RATE_HZ / 5
  let loudest = 0
  for (let from = 0; from + length <= samples.length; from += length / 4) {
    let [real, imaginary] = [0, 0]
    for (let index = 0; index < length; index += 1) {
      const angle = (2 * Math.PI * TONE_HZ * index) / RATE_HZ
      real += samples[from + index]! * Math.cos(angle)
      imaginary += samples[from + index]! * Math.sin(angle)
    }
    loudest = Math.max(loudest, (2 * Math.hypot(real, imaginary)) / length)
  }
  return 20 * Math.log10(loudest || 1e-9)
}

/** All that comes out of a microphone, until the returned function is called. */
function overhear(pulse: Pulse, { source }: PulseMicrophone): () => Promise<Float32Array> {
  const format = ['--format=s16le', `--rate=${RATE_HZ}`, '--channels=1']
  const recorder = spawn('parec', [`--device=${source}`, ...format], {
    env: { ...process.env, ...pulse.env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const pieces: Buffer[] = []
  recorder.stdout.on('data', (piece: Buffer) => void pieces.push(piece))
  return async () => {
    const ended = new Promise((resolve) => recorder.once('close', resolve))
    recorder.kill()
    await ended
    const bytes = Buffer.concat(pieces)
    return Float32Array.from(
      { length: bytes.length >> 1 },
      (_, index) => bytes.readInt16LE(index * 2) / 32_768,
    )
  }
}

async function practice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Get started' }).click()
  await page.getByRole('heading', { name: 'Practice' }).waitFor()
}

test('a microphone before the loudspeaker hears the tone, and it is in no answer', async ({
  pulse,
  launch,
  dataFolder,
}) => {
  const desk = await pulse.plugIn('desk', 'Desk microphone')
  await pulse.makeDefault(desk)
  // What the app plays comes out in front of its microphone.
  await pulse.control('set-default-sink', desk.sink)
  const { page } = await launch({ microphone: { kind: 'system' }, env: pulse.env })
  await practice(page)
  const { packId } = await InterviewPage.makeQuestions(page)
  const overheard = overhear(pulse, desk)
  const interview = await InterviewPage.beginWith(page, packId, { settings: { limit: 'none' } })
  for (let number = 1; number <= 2; number += 1) {
    await expect(page.getByText(`Question ${number} of 3`)).toBeVisible({ timeout: 15_000 })
    await interview.recording()
    await page.waitForTimeout(1200)
    await page.keyboard.press('r')
  }
  await interview.leave.click()
  await expect(page.getByText('What you said to 2 of 3 questions is kept.')).toBeVisible()

  const inRoomDb = toneDb(await overheard())
  expect(inRoomDb).toBeGreaterThan(-40)
  for (const take of storedTakes(dataFolder)) {
    const { samples } = await decode(page, readTake(dataFolder, take), RATE_HZ)
    const inTakeDb = toneDb(samples)
    reportFigure('tone of a mock interview', { inRoomDb, inTakeDb }, '50 dB below the tone')
    expect(inTakeDb).toBeLessThan(inRoomDb - 50)
  }
})

test('the microphone of a mock interview is pulled out: the answer is kept, and it goes on', async ({
  pulse,
  desk,
  launch,
  dataFolder,
}) => {
  const { page } = await launch({ microphone: { kind: 'system' }, env: pulse.env })
  await practice(page)
  const { packId } = await InterviewPage.makeQuestions(page)
  const interview = await InterviewPage.beginWith(page, packId, {
    settings: { limit: 'none', asksFollowUps: true },
  })
  await interview.recording()
  const first = await interview.question.innerText()
  await page.waitForTimeout(2000)
  const noticed = await watchFor(page, 'The microphone went away')
  const goneAtMs = Date.now()
  await pulse.unplug(desk)
  const noticedMs = (await noticed()) - goneAtMs
  expect(noticedMs).toBeLessThan(3000)
  await expect(page.getByText('What you said to 1 of 3 questions is kept.')).toBeVisible()
  const [take] = storedTakes(dataFolder)
  expect(take).toMatchObject({ state: 'ready' })
  expect(take!.duration_ms).toBeGreaterThan(1500)

  // It is asked again what was not said, once there is something to say it to.
  await pulse.plugIn('desk', 'Desk microphone')
  await page.getByRole('button', { name: 'Go on with question 2' }).click()
  await interview.recording()
  await expect(interview.question).not.toHaveText(first)
  await expect(interview.question).not.toHaveText(FOLLOW_UP)
})

test('a microphone that falls silent stops the interview, and what was said is kept', async ({
  pulse,
  desk,
  launch,
  dataFolder,
}) => {
  const { page } = await launch({ microphone: { kind: 'system' }, env: pulse.env })
  await practice(page)
  const { packId } = await InterviewPage.makeQuestions(page)
  const interview = await InterviewPage.beginWith(page, packId, { settings: { limit: 'none' } })
  await interview.recording()
  await page.waitForTimeout(5000)
  await pulse.mute(desk, true)
  await expect(page.getByRole('heading', { name: 'The interview has stopped' })).toBeVisible({
    timeout: 20_000,
  })
  await expect(page.getByText('For a while no sound has come')).toBeVisible()
  await expect(page.getByText('What you said to 1 of 3 questions is kept.')).toBeVisible()
  expect(storedTakes(dataFolder)).toMatchObject([{ state: 'ready' }])
})
