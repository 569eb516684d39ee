import type { Page } from '@playwright/test'
import { paintedMs } from './painted'

const SETTLES_WITHIN_MS = 300

/** From the click on Questions to its painted list; ends on Practice. */
export async function questionsMs(page: Page): Promise<number> {
  const ms = await paintedMs(page, {
    event: 'click',
    act: () => page.getByRole('link', { name: 'Questions' }).click(),
    selectors: ['ul[aria-label="Questions"] a'],
  })
  await page.getByRole('link', { name: 'Practice' }).click()
  await page.getByRole('heading', { name: 'Practice' }).waitFor()
  await page.waitForTimeout(SETTLES_WITHIN_MS)
  return ms
}

/** From the last letter typed to the painted results; ends with the results. */
export function questionsSearchMs(page: Page, word: string): Promise<number> {
  return paintedMs(page, {
    event: 'input',
    act: () => page.getByRole('searchbox', { name: 'Search questions' }).fill(word),
    selectors: ['ul[aria-label="Questions"] mark'],
    text: word,
  })
}
