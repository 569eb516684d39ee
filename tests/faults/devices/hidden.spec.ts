import { correlate } from '../../helpers/sound'
import { reportFigure } from '../report'
import { expect, HIDDEN_SECONDS, test } from './fixtures'
import { type Kept, keptTake, part } from './kept'

/** Of the length, and what starting and stopping may add. */
const WITHIN = 0.005
const AROUND_MS = 500

test('a window that is hidden for a while leaves no gap in the take', async ({
  running: { app, page, session },
  dataFolder,
}) => {
  test.setTimeout(120_000 + HIDDEN_SECONDS * 2000)
  const heldMs = await session.watchRecording()
  await session.begin()
  await page.waitForTimeout(1000)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.hide())
  await page.waitForTimeout(HIDDEN_SECONDS * 1000)
  const isSeen = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.isVisible(),
  )
  expect(isSeen).toBe(false)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.show())
  await page.waitForTimeout(1000)
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)
  await expect(page.getByRole('alert')).toBeHidden()

  const kept = await keptTake(page, dataFolder)
  const clockMs = await heldMs()
  const shortMs = Math.max(0, clockMs - kept.keptMs)
  const gapMs = skippedMs(kept)
  reportFigure(
    `window hidden for ${String(HIDDEN_SECONDS)} s`,
    { clockMs, keptMs: kept.keptMs, shortMs, gapMs },
    'length within 0.5 % of the clock, no gap',
  )
  expect(clockMs).toBeGreaterThan(HIDDEN_SECONDS * 1000)
  expect(shortMs).toBeLessThan(clockMs * WITHIN)
  expect(kept.keptMs - clockMs).toBeLessThan(clockMs * WITHIN + AROUND_MS)
  expect(gapMs).toBeLessThan(clockMs * WITHIN)
})

/**
 * How much of the speech was skipped between the take's beginning and its end: it repeats without a
 * seam, so the place of the last words in it follows from the place of the first ones.
 */
function skippedMs({ sound, speech, keptMs }: Kept): number {
  const placeMs = (fromMs: number) => {
    const { samples, sampleRate } = part(sound, fromMs, fromMs + 500)
    return (correlate(samples, speech.samples).offset / sampleRate) * 1000
  }
  const loopMs = (speech.samples.length / speech.sampleRate) * 1000
  const distanceMs = keptMs - 1000
  const skipped = (placeMs(200 + distanceMs) - placeMs(200) - distanceMs) % loopMs
  // Just under a whole round is a little backwards: the player paused on a busy machine.
  const forward = (skipped + loopMs) % loopMs
  return forward > loopMs / 2 ? 0 : forward
}
