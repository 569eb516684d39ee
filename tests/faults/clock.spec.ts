import { expect, test } from '../e2e/fixtures'
import { SessionPage } from '../e2e/pages/session'
import type { RunningApp } from '../helpers/launch'
import { readTake, storedTakes } from '../helpers/library'
import { decode } from '../helpers/sound'
import { ask } from './bridge'
import { reportFigure } from './report'
import { PACK_ID } from './speech'

const SET_BACK_MS = 60 * 60 * 1000

test('a clock that is set back changes no length and no order', async ({
  running,
  page,
  dataFolder,
}) => {
  const session = await SessionPage.start(page)
  await session.begin()
  await page.waitForTimeout(1000)
  await setClocksBack(running)
  await page.waitForTimeout(1000)
  const elapsed = await page.getByRole('timer', { name: 'Elapsed' }).innerText()
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)
  await session.recordTake(1000)

  const takes = storedTakes(dataFolder)
  const offMs: number[] = []
  for (const take of takes) {
    const { samples, sampleRate } = await decode(page, readTake(dataFolder, take), 16_000)
    offMs.push(Math.abs((samples.length / sampleRate) * 1000 - take.duration_ms!))
  }
  const earlier = takes[0]!.session_id
  const later = await ask(page, 'sessions.start', { kind: 'pack', packId: PACK_ID })
  await ask(page, 'sessions.visit', { sessionId: later.id, questionId: later.questions[1]!.id })

  const shortestMs = Math.min(...takes.map((take) => take.duration_ms!))
  reportFigure(
    'clock set back in mid-take',
    { setBackMs: SET_BACK_MS, shortestMs, lengthOffMs: Math.max(...offMs) },
    'no negative length, length is that of the sound, order stays that of time',
  )
  expect(elapsed).toMatch(/^0?0:0[1-4]/)
  expect(shortestMs).toBeGreaterThan(800)
  expect(Math.max(...offMs)).toBeLessThan(60)
  // Rows come ordered by id; the second take's clock was an hour behind the first one's.
  expect(takes.map(({ number }) => number)).toEqual([1, 2])
  expect(later.startedAtMs).toBeLessThan(Date.now() - SET_BACK_MS / 2)
  expect(later.id > earlier).toBe(true)
})

/** In both processes, as the system would. */
async function setClocksBack({ app, page }: RunningApp): Promise<void> {
  const setBack = (byMs: number): void => {
    const now = Date.now.bind(Date)
    Date.now = () => now() - byMs
  }
  await page.evaluate(setBack, SET_BACK_MS)
  await app.evaluate((_electron, byMs) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() - byMs
  }, SET_BACK_MS)
}
