import { expect, test } from '../../e2e/fixtures'
import { storedTakes } from '../../helpers/library'
import { ask } from '../bridge'
import { reportFigure } from '../report'
import { MADE_UP_MICROPHONE, PACK_ID } from '../speech'
import { feed, PIECE_MS } from './feed'
import { growth, memoryOf, type Memory } from './memory'
import { paintedMs } from './painted'

const MINUTE_MS = 60_000
const MINUTES = 60
/** Long enough that everything which is loaded once is loaded. */
const WARM_MINUTES = 5
const STEPS = 5

test('an hour of recording takes no memory, and is shown at once', async ({
  running,
  page,
  dataFolder,
}) => {
  test.setTimeout(15 * MINUTE_MS)
  const { id: sessionId, questions } = await ask(page, 'sessions.start', {
    kind: 'pack',
    packId: PACK_ID,
  })
  const questionId = questions[0]!.id
  const { id: takeId } = await ask(page, 'takes.begin', {
    sessionId,
    questionId,
    ...MADE_UP_MICROPHONE,
  })
  let sequence = 0
  const feedMinutes = async (minutes: number): Promise<void> => {
    const count = Math.round((minutes * MINUTE_MS) / PIECE_MS)
    await feed(page, { takeId, firstSequence: sequence, count })
    sequence += count
  }

  await feedMinutes(WARM_MINUTES)
  const warm = await memoryOf(running)
  const grown: Memory[] = []
  for (let step = 0; step < STEPS; step += 1) {
    await feedMinutes((MINUTES - WARM_MINUTES) / STEPS)
    grown.push(growth(warm, await memoryOf(running)))
  }
  const mainMb = Math.max(...grown.map((memory) => memory.mainMb))
  const pageMb = Math.max(...grown.map((memory) => memory.pageMb))
  reportFigure(
    'an hour recorded, fed fast',
    { chunks: sequence, mainGrowthMb: mainMb, pageGrowthMb: pageMb },
    'main and page grow by at most 20 MB each',
  )

  const saving = Date.now()
  await ask(page, 'takes.finish', { takeId })
  const savedMs = Date.now() - saving
  const [take] = storedTakes(dataFolder)
  expect(take!.duration_ms! / MINUTE_MS).toBeCloseTo(MINUTES, 1)

  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('link', { name: 'Practice' }).click()
  const before = await memoryOf(running)
  const shownMs = await paintedMs(page, page.getByRole('button', { name: 'Resume session' }))
  const shown = growth(before, await memoryOf(running))
  reportFigure(
    'a take of an hour, shown',
    { savedMs, firstPaintMs: shownMs, mainGrowthMb: shown.mainMb, pageGrowthMb: shown.pageMb },
    'painted within 1000 ms, at most 300 MB of growth',
  )
  expect(mainMb).toBeLessThan(20)
  expect(pageMb).toBeLessThan(20)
  expect(shownMs).toBeLessThan(1000)
  expect(shown.mainMb + shown.pageMb).toBeLessThan(300)
})
