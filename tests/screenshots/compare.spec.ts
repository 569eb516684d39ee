import { truncateSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/fixtures'
import { storedTakes, takeFile, type StoredTake } from '../helpers/library'
import { measuresOf, storeMark, storeMeasures } from '../helpers/measured'
import { seedLibrary } from '../helpers/seed'
import { photograph } from './camera'

/** Comes from another screen: what was stored beside the app is asked for anew. */
async function compare(page: Page, questionId: string, a: string, b: string): Promise<void> {
  await page.getByRole('link', { name: 'Practice' }).click()
  await expect(page.getByRole('heading', { name: 'Practice' })).toBeVisible()
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/compare/${questionId}/${a}/${b}`)
}

/** Speech in phrases of four seconds, from `startMs` to a moment before the end. */
function phrases(startMs: number, durationMs: number) {
  const count = Math.floor((durationMs - startMs - 1000) / 5000)
  return Array.from({ length: count }, (_, index) => ({
    startMs: startMs + index * 5000,
    endMs: startMs + index * 5000 + 4200,
  }))
}

function hear(dataFolder: string, take: StoredTake, startMs: number, lufs: number): void {
  const durationMs = take.duration_ms!
  storeMeasures(
    dataFolder,
    take.id,
    measuresOf(durationMs, phrases(startMs, durationMs), { integratedLufs: lufs }),
  )
}

test('two takes against each other', async ({ running, launch, dataFolder }) => {
  await running.app.close()
  seedLibrary(dataFolder)
  const takes = storedTakes(dataFolder)
  const sameQuestion = (take: StoredTake) =>
    takes.filter(({ question_id: id }) => id === take.question_id)
  const last = takes.at(-1)!
  const inOrder = sameQuestion(last).toSorted((a, b) => a.duration_ms! - b.duration_ms!)
  const [short, long] = [inOrder[0], inOrder.at(-1)]
  const again = await launch()
  const { page } = again
  const shoot = async (name: string) => {
    await page.waitForTimeout(500)
    await photograph(again, name)
  }
  await expect(page.getByRole('heading', { name: 'Practice' })).toBeVisible()

  await compare(page, last.question_id, long!.id, short!.id)
  await expect(page.getByText('Not measured yet').first()).toBeVisible()
  await shoot('compare-unmeasured')

  hear(dataFolder, short!, 1400, -20.1)
  hear(dataFolder, long!, 600, -23.3)
  for (const [kind, inShort, inLong] of [
    ['situation', 2000, 1000],
    ['action', 12_000, 21_000],
    ['strong', 22_000, 24_500],
    ['result', 33_000, 51_000],
  ] as const) {
    storeMark(dataFolder, short!.id, kind, inShort)
    storeMark(dataFolder, long!.id, kind, inLong)
  }
  storeMark(dataFolder, long!.id, 'filler', 5000)
  await compare(page, last.question_id, short!.id, long!.id)
  await expect(page.getByText(/Played equally loud/)).toBeVisible()
  await shoot('compare')
  // Not played: its sound is shorter than its peaks.
  await page.getByRole('slider', { name: 'Loop start' }).fill('2000')
  await page.getByRole('slider', { name: 'Loop end' }).fill('12000')
  await page.getByRole('slider', { name: 'Position' }).first().fill('4.2')
  await shoot('compare-loop')
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight))
  await shoot('compare-end')

  await page.getByRole('button', { name: 'Listen blind' }).click()
  await expect(page.getByRole('heading', { name: 'Which is better?' })).toBeFocused()
  await shoot('compare-blind')
  await page.keyboard.press('1')
  await page.waitForTimeout(300)
  await page.keyboard.press('2')
  await page.waitForTimeout(300)
  await page.keyboard.press('Space')
  await shoot('compare-blind-heard')
  await page.getByRole('button', { name: 'X is better' }).click()
  await expect(page.getByText(/^X was take/)).toBeVisible()
  await shoot('compare-told')

  await compare(page, last.question_id, short!.id, 'example')
  await expect(page.getByRole('region', { name: 'Example answer' })).toBeVisible()
  await shoot('compare-example')
  await compare(page, last.question_id, short!.id, short!.id)
  await expect(page.getByRole('combobox', { name: 'Choose take B' })).not.toHaveValue(short!.id)
  await shoot('compare-same')
})

test('one take is a sliver of the other, and one is damaged', async ({
  running,
  launch,
  dataFolder,
}) => {
  await running.app.close()
  seedLibrary(dataFolder)
  const takes = storedTakes(dataFolder)
  const long = takes.find(({ duration_ms: ms }) => ms === 45 * 60_000)!
  const [short, damaged] = takes.filter(
    ({ question_id: id, session_id: session }) =>
      id === long.question_id && session === long.session_id,
  )
  truncateSync(takeFile(dataFolder, damaged!), 0)
  const again = await launch()
  const { page } = again
  await expect(page.getByRole('heading', { name: 'Practice' })).toBeVisible()
  await compare(page, long.question_id, short!.id, long.id)
  await expect(page.getByText(/as long as take/)).toBeVisible()
  await page.waitForTimeout(500)
  await photograph(again, 'compare-sliver')
  await compare(page, long.question_id, damaged!.id, short!.id)
  await expect(page.getByRole('alert')).toBeVisible()
  await page.waitForTimeout(500)
  await photograph(again, 'compare-damaged')
})
