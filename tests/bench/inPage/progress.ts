import type { Page } from '@playwright/test'
import { paintedMs } from './painted'

const SETTLES_WITHIN_MS = 300

/** From the click on Progress to its painted charts and list; ends on Practice. */
export async function progressMs(page: Page): Promise<number> {
  const ms = await paintedMs(page, {
    event: 'click',
    act: () => page.getByRole('link', { name: 'Progress' }).click(),
    selectors: [
      'svg[aria-label="Minutes spoken, week by week"] a',
      'svg[aria-label="Pace, week by week"] a',
      'ul[aria-label="Questions"] a',
    ],
  })
  await page.getByRole('link', { name: 'Practice' }).click()
  await page.getByRole('heading', { name: 'Practice' }).waitFor()
  await page.waitForTimeout(SETTLES_WITHIN_MS)
  return ms
}
