import { expect, test, type Page } from '@playwright/test'
import { launchApp, temporaryFolder } from '../../helpers/launch'
import { storedTakes, takeFile, type StoredTake } from '../../helpers/library'
import { storeTake } from '../../helpers/storeTake'
import { ask } from '../bridge'
import { reportFigure } from '../report'
import { AUDIO_DAMAGE, type Verdict } from './audioDamage'
import { withApp } from './library'

const ENOUGH_TO_HEAR_MS = 400

test('a damaged sound file keeps its row and is marked; everything else goes on', async () => {
  const { folder, remove } = temporaryFolder()
  const sessionId = await recordForEachHarm(folder)
  const before = storedTakes(folder)
  AUDIO_DAMAGE.forEach(({ harm }, index) => harm(takeFile(folder, before[index]!)))

  const uncaught = await withApp(folder, async ({ page }, errors) => {
    await page.evaluate((id) => (location.hash = `#/history/${id}`), sessionId)
    for (const take of before) await listenTo(page, take)
    // Harm that shows in the size is found without anybody listening.
    await expect.poll(() => verdicts(folder, before)[0]).toBe('damaged')
    await expect.poll(() => verdicts(folder, before)[3]).toBe('shorter')
    return [...errors]
  })

  const found = verdicts(folder, before)
  const wrong = AUDIO_DAMAGE.flatMap(({ way, verdicts: right }, index) =>
    right.includes(found[index]!) ? [] : [`${way}: ${found[index]}`],
  )
  const rowsKept = storedTakes(folder).length - 1
  reportFigure(
    'audio corrupt',
    {
      ways: AUDIO_DAMAGE.length,
      rowsKept,
      marked: found.slice(0, -1).filter((verdict) => verdict !== 'kept').length,
      uncaught: uncaught.length,
    },
    'row kept and marked, 0 uncaught errors',
  )
  expect(wrong).toEqual([])
  expect(rowsKept).toBe(AUDIO_DAMAGE.length)
  expect(uncaught).toEqual([])
  // The one that nobody harmed is as it was.
  expect(found.at(-1)).toBe('kept')
  remove()
})

/** As many takes of one question as there are ways to harm one, and one more. */
async function recordForEachHarm(folder: string): Promise<string> {
  const { app, page } = await launchApp({ dataFolder: folder })
  await page.getByRole('button', { name: 'Get started' }).click()
  const session = await ask(page, 'sessions.start', { kind: 'pack', packId: 'backend-developer' })
  const where = { sessionId: session.id, questionId: session.questions[0]!.id }
  for (let count = 0; count <= AUDIO_DAMAGE.length; count += 1) await storeTake(page, where)
  await app.close()
  return session.id
}

/** Presses Play and gives the player time to play or to break. */
async function listenTo(page: Page, take: StoredTake): Promise<void> {
  const item = page.getByRole('listitem', { name: `Take ${String(take.number)}`, exact: true })
  const play = item.getByRole('button', { name: /^Play take/ })
  await item.waitFor()
  if (await play.isEnabled()) await play.click()
  await page.waitForTimeout(ENOUGH_TO_HEAR_MS)
}

function verdicts(folder: string, before: readonly StoredTake[]): Verdict[] {
  const now = new Map(storedTakes(folder).map((take) => [take.id, take]))
  return before.map(({ id, duration_ms }) => {
    const take = now.get(id)
    if (take?.state === 'damaged') return 'damaged'
    return take && take.duration_ms! < duration_ms! - 100 ? 'shorter' : 'kept'
  })
}
