import { reportFigure } from '../report'
import { expect, test } from './fixtures'
import { keptTake } from './kept'

const TONE_HZ = 1000
const TONE_MS = 1000
const RATE_HZ = 48_000
/** Far above the noise of the encoder, far below the tone. */
const HEARD_FROM = 0.02

test('a tone that begins once "Recording" is shown is in the take, all of it @in-twos', async ({
  pulse,
  rehearse,
  dataFolder,
}) => {
  const desk = await pulse.plugIn('desk', 'Desk microphone')
  const { page, session } = await rehearse()
  const heldMs = await session.watchRecording()
  await session.begin()
  pulse.play(desk, tone())
  await page.waitForTimeout(TONE_MS + 2000)
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)

  const { sound, keptMs } = await keptTake(page, dataFolder)
  const loud = [...sound.samples.keys()].filter((at) => Math.abs(sound.samples[at]!) > HEARD_FROM)
  const atMs = (sample: number | undefined) => ((sample ?? Number.NaN) / sound.sampleRate) * 1000
  const beforeMs = atMs(loud[0])
  const toneMs = atMs(loud.at(-1)) - beforeMs
  // The first sample of the take comes before the word: what is missing of the whole is missing there.
  const missingMs = Math.max(0, (await heldMs()) - keptMs)
  reportFigure(
    'first words',
    { toneMs, beforeMs, missingMs },
    `a tone of ${String(TONE_MS)} ms whole, nothing missing since "Recording"`,
  )
  expect(Math.abs(toneMs - TONE_MS)).toBeLessThan(30)
  expect(beforeMs).toBeGreaterThan(0)
  expect(missingMs).toBeLessThan(50)
})

function tone() {
  const samples = Float32Array.from({ length: (RATE_HZ * TONE_MS) / 1000 }, (_, at) => {
    return 0.5 * Math.sin((2 * Math.PI * TONE_HZ * at) / RATE_HZ)
  })
  return { sampleRate: RATE_HZ, samples }
}
