import { expect, test } from '../../e2e/fixtures'
import { SessionPage } from '../../e2e/pages/session'
import { readTake, storedTakes } from '../../helpers/library'
import { decode } from '../../helpers/sound'
import { runsOf } from '../count'
import { reportFigure } from '../report'

const RUNS = runsOf({ usually: 2, share: 0.05 })
const TAKE_MS = 4000
const SEEK_SECONDS = [3, 0.5, 2, 3.5, 1]

test('a take says how long it is, and can be sought', async ({ page, dataFolder }) => {
  test.setTimeout(60_000 + RUNS * 30_000)
  const session = await SessionPage.start(page)
  const lengthOffMs: number[] = []
  const seekOffMs: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await session.recordTake(TAKE_MS)
    const take = storedTakes(dataFolder).at(-1)!
    const { samples, sampleRate } = await decode(page, readTake(dataFolder, take), 48_000)
    const decodedSeconds = samples.length / sampleRate

    const { durationSeconds, arrivedSeconds } = await page.evaluate(
      async ([takeId, places]) => {
        const audio = new Audio(`take://${takeId}/`)
        const happens = (name: string) =>
          new Promise((resolve) => audio.addEventListener(name, resolve, { once: true }))
        await happens('loadedmetadata')
        const arrived: number[] = []
        for (const place of places) {
          audio.currentTime = place
          await happens('seeked')
          arrived.push(audio.currentTime)
        }
        return { durationSeconds: audio.duration, arrivedSeconds: arrived }
      },
      [take.id, SEEK_SECONDS] as const,
    )
    lengthOffMs.push(Math.abs(durationSeconds - decodedSeconds) * 1000)
    seekOffMs.push(
      ...SEEK_SECONDS.map((place, index) => Math.abs(arrivedSeconds[index]! - place) * 1000),
    )
  }
  const worst = { lengthOffMs: Math.max(...lengthOffMs), seekOffMs: Math.max(...seekOffMs) }
  reportFigure(
    'recorded 4 s, then played',
    { runs: RUNS, ...worst },
    'length within 100 ms, seeks within 50 ms',
  )
  // Infinity, the length of a file without one, is not below it either.
  expect(worst.lengthOffMs).toBeLessThan(100)
  expect(worst.seekOffMs).toBeLessThan(50)
})
