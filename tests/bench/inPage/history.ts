import type { Page } from '@playwright/test'
import { paintedMs } from './painted'

const SETTLES_WITHIN_MS = 300

/** From the click on History to its painted list; ends on Practice. */
export async function historyMs(page: Page): Promise<number> {
  const link = page.getByRole('link', { name: 'History' })
  const ms = await paintedMs(page, {
    event: 'click',
    act: () => link.click(),
    selectors: ['ul[aria-label="Sessions"] > li'],
  })
  await page.getByRole('link', { name: 'Practice' }).click()
  await page.getByRole('heading', { name: 'Practice' }).waitFor()
  await page.waitForTimeout(SETTLES_WITHIN_MS)
  return ms
}

/** From the last letter typed to the painted results; ends with the results. */
export function searchMs(page: Page, word: string): Promise<number> {
  return paintedMs(page, {
    event: 'input',
    act: () => page.getByRole('searchbox', { name: 'Search history' }).fill(word),
    selectors: ['ul[aria-label="Sessions"] mark'],
    text: word,
  })
}
