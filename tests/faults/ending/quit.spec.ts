import { expect, test } from '../../e2e/fixtures'
import { SessionPage } from '../../e2e/pages/session'
import type { RunningApp } from '../../helpers/launch'
import { runsOf } from '../count'
import { askedAbout } from '../kills/dialog'
import { lossFigures } from '../kills/losses'
import { examine, newTake } from '../kills/survivor'
import { Random } from '../random'
import { reportFigure } from '../report'

const RUNS = runsOf({ usually: 4, share: 0.1 })
const ENDS_WITHIN_MS = 30_000
const MOST_LOST_MS = 150

const ENDINGS: Record<string, (running: RunningApp) => Promise<void>> = {
  'window closed': ({ app }) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close()),
  SIGTERM: async ({ app }) => {
    app.process().kill('SIGTERM')
  },
}

test('quitting while a take is recorded or saved loses nothing of it @in-twos', async ({
  running,
  launch,
  dataFolder,
}) => {
  test.skip(process.platform === 'win32', 'Windows has no SIGTERM')
  test.setTimeout(60_000 + RUNS * 60_000)
  const random = new Random()
  const known = new Set<string>()
  const lostMs: number[] = []
  const counts = { runs: 0, whole: 0, finishedAtQuit: 0 }
  let current = running

  try {
    for (; counts.runs < RUNS; counts.runs += 1) {
      const ending = Object.keys(ENDINGS)[counts.runs % 2]!
      const isSaving = counts.runs % 4 >= 2
      const where = `${ending} while ${isSaving ? 'saving' : 'recording'}`
      const session = await SessionPage.start(current.page)
      const startedAtMs = await session.record.evaluate((button: HTMLElement) => {
        const atMs = Date.now()
        button.click()
        return atMs
      })
      await expect(current.page.getByText('Recording', { exact: true })).toBeVisible()
      await current.page.waitForTimeout(random.between(500, 2500))
      const ended = current.app.waitForEvent('close', { timeout: ENDS_WITHIN_MS })
      const soundUntilMs = Date.now()
      if (isSaving) await session.stop.evaluate((button: HTMLElement) => button.click())
      // The answer of a window that is closing may never come.
      void ENDINGS[ending]!(current).catch(() => {})
      await ended

      const atQuit = newTake(dataFolder, known)!
      counts.finishedAtQuit += atQuit.state === 'ready' ? 1 : 0
      current = await launch()
      expect(await askedAbout(current.page), where).toEqual([])
      const take = newTake(dataFolder, known)!
      known.add(take.id)
      const { decodedMs } = await examine(current.page, dataFolder, take)
      lostMs.push(soundUntilMs - startedAtMs - decodedMs)
      expect(lostMs.at(-1), where).toBeLessThan(MOST_LOST_MS)
      counts.whole += 1
    }
  } finally {
    reportFigure(
      'quit amid a take',
      { ...counts, ...lossFigures(lostMs), seed: random.seed },
      `finished before it ends, lost < ${String(MOST_LOST_MS)} ms: what a microphone takes to begin`,
    )
  }
  expect(counts).toEqual({ runs: RUNS, whole: RUNS, finishedAtQuit: RUNS })
})
