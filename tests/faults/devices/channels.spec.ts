import { readFileSync } from 'node:fs'
import { readTake, storedTakes } from '../../helpers/library'
import { SPEECH_FILE } from '../../helpers/launch'
import { repeated } from '../../helpers/pulse'
import { decodeChannels } from '../../helpers/sound'
import { readWav, type Sound } from '../../helpers/wav'
import { reportFigure } from '../report'
import { expect, test } from './fixtures'
import { keptTake, likeness, THE_SAME_FROM } from './kept'
import { watchFor } from './noticing'

/* Interfaces with several inputs, and a microphone at one of them. */

const SAID_MS = 4000
const RATE_HZ = 8000
/** Well above what the meter shows when nothing comes in. */
const HEARD_DB = -40
/** The list of microphones is looked at once a second. */
const TOLD_APART_WITHIN_MS = 3000
const SPEECH = readWav(SPEECH_FILE)
const STEREO = ['front-left', 'front-right']
const QUAD = ['front-left', 'front-right', 'rear-left', 'rear-right']
/** As an interface for music has them: places in no room. */
const EIGHT = Array.from({ length: 8 }, (_, input) => `aux${String(input)}`)

/** The louder half of a sound's samples says how loud it is, whatever pauses are in it. */
function levelDb({ samples }: Sound): number {
  const squares = samples.map((sample) => sample * sample).toSorted((a, b) => b - a)
  const loud = squares.subarray(0, Math.ceil(squares.length / 4))
  return 10 * Math.log10(loud.reduce((sum, square) => sum + square, 0) / loud.length)
}

const PLACES = [
  { name: 'the first of two', channels: STEREO, input: 0 },
  { name: 'the second of two', channels: STEREO, input: 1 },
  { name: 'the third of four', channels: QUAD, input: 2 },
  { name: 'the sixth of eight', channels: EIGHT, input: 5 },
  { name: 'the last of eight', channels: EIGHT, input: 7 },
]

for (const { name, channels, input } of PLACES) {
  test(`a microphone at ${name} inputs is recorded as loud as it is`, async ({
    pulse,
    rehearse,
    dataFolder,
  }) => {
    const desk = await pulse.plugIn('desk', 'Interface', channels)
    pulse.play(desk, repeated(SPEECH, 60), channels[input])
    const { page, session } = await rehearse()
    // It takes a moment until the inputs are told apart.
    await expect(page.getByText('Microphone in use: Interface', { exact: true })).toBeAttached()
    await page.waitForTimeout(channels.length > 2 ? TOLD_APART_WITHIN_MS : 0)
    const heldMs = await session.watchRecording()
    await session.begin()
    await page.waitForTimeout(SAID_MS)
    await expect(page.getByText('Microphone in use: Interface', { exact: true })).toBeAttached()
    await expect(page.getByText('This microphone is muted')).toBeHidden()
    await session.stop.click()
    await expect(session.takes).toHaveCount(1)

    const kept = await keptTake(page, dataFolder)
    const missingMs = Math.max(0, (await heldMs()) - kept.keptMs)
    // In either ear.
    const ears = await decodeChannels(page, readTake(dataFolder, kept.take), RATE_HZ)
    const quieterDb = Math.max(...ears.map((ear) => levelDb(kept.speech) - levelDb(ear)))
    const alike = likeness(kept, 0, SAID_MS)
    reportFigure(
      `a microphone at ${name} inputs`,
      { quieterDb, alike, missingMs },
      'at most 1 dB quieter than it is, nothing missing',
    )
    expect(Math.abs(quieterDb)).toBeLessThan(1)
    expect(missingMs).toBeLessThan(100)
    expect(alike).toBeGreaterThan(THE_SAME_FROM)
  })
}

test('what is too loud is pointed out at whichever input it is', async ({ pulse, rehearse }) => {
  const loud = SPEECH.samples.map((sample) => Math.max(-1, Math.min(1, sample * 20)))
  const desk = await pulse.plugIn('desk', 'Interface', STEREO)
  const { page, session } = await rehearse()
  await session.begin()
  const noticed = await watchFor(page, 'the sound is cut off')
  pulse.play(desk, repeated({ ...SPEECH, samples: loud }, 60), 'front-left')
  await noticed()
})

test('two inputs of many can be chosen, and nothing is left in the system afterwards', async ({
  pulse,
  rehearse,
  dataFolder,
}) => {
  const desk = await pulse.plugIn('desk', 'Interface', EIGHT)
  pulse.play(desk, repeated(SPEECH, 60), EIGHT[5])
  const { app, page, session } = await rehearse()
  const microphones = page.getByRole('combobox', { name: 'Microphone' })
  await microphones.selectOption({ label: 'Interface, inputs 5 and 6' })
  await expect(page.getByText('Microphone in use: Interface, inputs 5 and 6')).toBeAttached()
  await session.recordTake(SAID_MS)
  const kept = await keptTake(page, dataFolder)
  expect(Math.abs(levelDb(kept.speech) - levelDb(kept.sound))).toBeLessThan(1)
  expect(await pulse.control('list', 'sources', 'short')).toContain('soundcheck_')
  await app.close()
  await expect.poll(() => pulse.control('list', 'sources', 'short')).not.toContain('soundcheck_')
})

test('a microphone that is the same in both channels is recorded as it comes', async ({
  page,
  desk,
  session,
  dataFolder,
}) => {
  expect(desk.label).toBe('Desk microphone')
  // Until something is heard nobody knows that the channels are the same.
  const meter = page.getByRole('meter', { name: 'Input level' })
  await expect
    .poll(async () => Number(await meter.getAttribute('aria-valuenow')))
    .toBeGreaterThan(HEARD_DB)
  await session.recordTake(SAID_MS)
  // The system's own stream, in two channels: nothing of ours stands between it and the encoder.
  const [take] = storedTakes(dataFolder)
  const ears = await decodeChannels(page, readTake(dataFolder, take!), RATE_HZ)
  const [speech] = await decodeChannels(page, readFileSync(SPEECH_FILE), RATE_HZ)
  expect(ears).toHaveLength(2)
  for (const ear of ears) expect(Math.abs(levelDb(speech!) - levelDb(ear))).toBeLessThan(1)
})
