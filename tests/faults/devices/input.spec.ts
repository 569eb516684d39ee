import { SPEECH_FILE } from '../../helpers/launch'
import { repeated } from '../../helpers/pulse'
import { readWav } from '../../helpers/wav'
import { reportFigure } from '../report'
import { expect, test } from './fixtures'
import { keptTake, likeness, THE_SAME_FROM } from './kept'
import { watchFor } from './noticing'

/* Sound that is there and is no good: it is pointed out, and none of it is thrown away. */

const SAID_MS = 2000
const SPEECH = readWav(SPEECH_FILE)

test('a microphone that is muted in the system is pointed out; the take goes on', async ({
  pulse,
  desk,
  session,
  page,
  dataFolder,
}) => {
  const recorder = page.getByRole('region', { name: 'Recorder' })
  const heldMs = await session.watchRecording()
  await session.begin()
  await page.waitForTimeout(SAID_MS)
  const noticed = await watchFor(page, 'This microphone is muted')
  const mutedAtMs = Date.now()
  await pulse.mute(desk, true)
  const noticedMs = (await noticed()) - mutedAtMs
  await expect(recorder.getByText('Recording', { exact: true })).toBeVisible()
  await page.waitForTimeout(1000)

  await pulse.mute(desk, false)
  await expect(recorder.getByText('This microphone is muted')).toBeHidden()
  await page.waitForTimeout(SAID_MS)
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)
  await expect(page.getByRole('alert')).toBeHidden()

  const kept = await keptTake(page, dataFolder)
  const missingMs = (await heldMs()) - kept.keptMs
  reportFigure(
    'microphone muted',
    { noticedMs, keptMs: kept.keptMs, missingMs: Math.max(0, missingMs) },
    'noticed within 2 s, recording goes on',
  )
  expect(noticedMs).toBeLessThan(2000)
  expect(missingMs).toBeLessThan(100)
  expect(likeness(kept, 0, SAID_MS)).toBeGreaterThan(THE_SAME_FROM)
  expect(likeness(kept, kept.keptMs - SAID_MS + 500, kept.keptMs)).toBeGreaterThan(THE_SAME_FROM)
})

test('zeros in place of sound are pointed out, and kept', async ({
  pulse,
  rehearse,
  dataFolder,
}) => {
  const desk = await pulse.plugIn('desk', 'Desk microphone')
  const hush = pulse.play(desk, repeated(SPEECH, 60))
  const { page, session } = await rehearse()
  const heldMs = await session.watchRecording()
  await session.begin()
  await page.waitForTimeout(SAID_MS)
  const noticed = await watchFor(page, 'No sound from this microphone')
  const hushedAtMs = Date.now()
  hush()
  const noticedMs = (await noticed()) - hushedAtMs
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)

  const kept = await keptTake(page, dataFolder)
  const missingMs = (await heldMs()) - kept.keptMs
  reportFigure(
    'nothing but zeros',
    { noticedMs, keptMs: kept.keptMs, missingMs: Math.max(0, missingMs) },
    'noticed at 2 to 3 s, nothing thrown away',
  )
  // What was on its way to the microphone when it fell silent is heard for a moment more.
  expect(noticedMs).toBeGreaterThan(2000)
  expect(noticedMs).toBeLessThan(3500)
  expect(missingMs).toBeLessThan(100)
  expect(likeness(kept, 0, SAID_MS)).toBeGreaterThan(THE_SAME_FROM)
})

test('a microphone that sent nothing but zeros from the start makes a take all the same', async ({
  pulse,
  rehearse,
  dataFolder,
}) => {
  await pulse.plugIn('desk', 'Desk microphone')
  const { page, session } = await rehearse()
  const heldMs = await session.watchRecording()
  await session.begin()
  await page.waitForTimeout(SAID_MS)
  await expect(
    page.getByRole('region', { name: 'Recorder' }).getByText('No sound from this microphone'),
  ).toBeVisible()
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)
  const kept = await keptTake(page, dataFolder)
  expect((await heldMs()) - kept.keptMs).toBeLessThan(100)
})

test('sound that is too loud is pointed out, and kept', async ({ pulse, rehearse, dataFolder }) => {
  const desk = await pulse.plugIn('desk', 'Desk microphone')
  const loud = SPEECH.samples.map((sample) => Math.max(-1, Math.min(1, sample * 20)))
  const { page, session } = await rehearse()
  const heldMs = await session.watchRecording()
  await session.begin()
  const noticed = await watchFor(page, 'the sound is cut off')
  const loudAtMs = Date.now()
  pulse.play(desk, repeated({ ...SPEECH, samples: loud }, 60))
  const noticedMs = (await noticed()) - loudAtMs
  await page.waitForTimeout(SAID_MS)
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)
  const kept = await keptTake(page, dataFolder)
  const missingMs = (await heldMs()) - kept.keptMs
  reportFigure(
    'too loud',
    { noticedMs, keptMs: kept.keptMs, missingMs: Math.max(0, missingMs) },
    'pointed out, nothing thrown away',
  )
  expect(noticedMs).toBeLessThan(2000)
  expect(missingMs).toBeLessThan(100)
})
