import { statSync } from 'node:fs'
import { BYTES_PER_PEAK, PEAKS_PER_SECOND } from '../../../shared/peaks'
import { takeFile, type StoredTake } from '../../helpers/library'
import { reportFigure } from '../report'
import { expect, test } from './fixtures'
import { keptTake, likeness, THE_SAME_FROM } from './kept'
import { watchFor } from './noticing'

const SAID_MS = 2000
const SUSPENDED_MS = 5000

test('a microphone that is suspended raises an alarm; the take goes on when it is back', async ({
  pulse,
  desk,
  session,
  page,
  dataFolder,
}) => {
  const recorder = page.getByRole('region', { name: 'Recorder' })
  await session.begin()
  await page.waitForTimeout(SAID_MS)

  const noticed = await watchFor(page, 'No sound arrives')
  const suspendedAtMs = Date.now()
  await pulse.suspend(desk, true)
  const noticedMs = (await noticed()) - suspendedAtMs
  await expect(recorder.getByText('Recording', { exact: true })).toBeHidden()
  await page.waitForTimeout(SUSPENDED_MS - noticedMs)

  const back = await watchFor(page, 'Recording')
  const resumedAtMs = Date.now()
  await pulse.suspend(desk, false)
  const backMs = (await back()) - resumedAtMs
  await expect(recorder.getByText('No sound arrives')).toBeHidden()
  await page.waitForTimeout(SAID_MS)
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)

  // Stop tells how much is missing; the take is there all the same.
  const words = await page.getByRole('alert').innerText()
  const missingSeconds = Number(/about (\d+) seconds/.exec(words)?.[1])
  const kept = await keptTake(page, dataFolder)
  const { keptMs, take } = kept
  const outlinedMs = outlineMs(dataFolder, take)
  reportFigure(
    'microphone suspended',
    { noticedMs, backMs, keptMs, outlinedMs, missingSeconds },
    'noticed within 3 s, all that was said kept, the gap told',
  )
  expect(noticedMs).toBeLessThan(3000)
  expect(keptMs).toBeGreaterThan(2 * SAID_MS - 500)
  expect(keptMs).toBeLessThan(2 * SAID_MS + 2000)
  expect(likeness(kept, 0, SAID_MS)).toBeGreaterThan(THE_SAME_FROM)
  expect(likeness(kept, keptMs - SAID_MS + 500, keptMs)).toBeGreaterThan(THE_SAME_FROM)
  expect(Math.abs(missingSeconds * 1000 - SUSPENDED_MS)).toBeLessThan(1500)
  expect(Math.abs(take.duration_ms! - keptMs)).toBeLessThan(25)
  // The zeros that were made up meanwhile are in neither, so what is seen is where it is heard.
  expect(Math.abs(outlinedMs - keptMs)).toBeLessThan(1000)
})

function outlineMs(dataFolder: string, take: StoredTake): number {
  const file = takeFile(dataFolder, take).replace(/\.webm$/, '.peaks')
  return (statSync(file).size / BYTES_PER_PEAK / PEAKS_PER_SECOND) * 1000
}
