import { expect, test, type Page } from '@playwright/test'
import { wordsOf } from './faults'
import { look, settled } from './look'
import { EXCUSED, MEANT } from './meant'

/** What measures itself and sets its height afterwards has so long. */
const LATER_MS = [100, 400]

/**
 * Fails the test, which goes on, when something on the page is cut, overlaps or is out of reach and is
 * not meant to.
 */
export async function expectLayout(
  page: Page,
  picture: string,
  { isRoomy = true } = {},
): Promise<void> {
  await settled(page)
  const meant = MEANT.filter((entry) => entry.in?.some((name) => picture.startsWith(name)) ?? true)
  const question = { meant, isRoomy }
  let answer = await look(page, question)
  for (const ms of LATER_MS) {
    if (answer.faults.length === 0) break
    await page.waitForTimeout(ms)
    answer = await look(page, question)
  }
  noteExcused(answer.excused.map((place) => MEANT.indexOf(meant[place]!)))
  expect.soft(answer.faults.map(wordsOf), picture).toEqual([])
}

function noteExcused(excused: readonly number[]): void {
  const { annotations } = test.info()
  for (const place of excused) {
    const description = String(place)
    const isNoted = annotations.some(
      (note) => note.type === EXCUSED && note.description === description,
    )
    if (!isNoted) annotations.push({ type: EXCUSED, description })
  }
}
