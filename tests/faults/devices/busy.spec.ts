import { spawn } from 'node:child_process'
import { reportFigure } from '../report'
import { expect, test } from './fixtures'
import { keptTake } from './kept'

/** More than any machine has cores that runs these tests. */
const BUSY_PROGRAMS = 8
const BUSY_MS = 10_000

test('a busy machine is not taken for a broken microphone @alone', async ({
  session,
  page,
  dataFolder,
}) => {
  const heldMs = await session.watchRecording()
  await session.begin()
  const shown = await page.evaluateHandle(() => {
    const words = new Set<string>()
    const look = () => {
      const status = document.querySelector('section[aria-label="Recorder"] > p > span')
      words.add(status?.textContent ?? '')
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true })
    return words
  })
  const busy = Array.from({ length: BUSY_PROGRAMS }, () =>
    spawn('sh', ['-c', 'while :; do :; done']),
  )
  await page.waitForTimeout(BUSY_MS)
  for (const program of busy) program.kill('SIGKILL')
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)

  const alarms = await shown.evaluate((words) => [...words].filter((w) => w.startsWith('Waiting')))
  const kept = await keptTake(page, dataFolder)
  const missingMs = Math.max(0, (await heldMs()) - kept.keptMs)
  reportFigure(
    `${String(BUSY_PROGRAMS)} busy programs`,
    { alarms: alarms.length, missingMs },
    'no alarm, nothing missing',
  )
  expect(alarms).toEqual([])
  expect(missingMs).toBeLessThan(100)
  await expect(page.getByRole('alert')).toBeHidden()
})
