import type { Page } from '@playwright/test'
import { paintedMs } from './painted'

const SETTLES_WITHIN_MS = 300
const TODAY = `ul[aria-label="Today's questions"] button`

/** From the click on Practice to the painted questions of today; begins and ends on Settings. */
export async function todayMs(page: Page): Promise<number> {
  const ms = await paintedMs(page, {
    event: 'click',
    act: () => page.getByRole('link', { name: 'Practice' }).click(),
    selectors: [TODAY],
  })
  await toSettings(page)
  return ms
}

/** Waits until all takes are summed up, which in a large library takes a while once. */
export async function prepareToday(page: Page): Promise<void> {
  await page.locator(TODAY).first().waitFor({ timeout: 120_000 })
  await toSettings(page)
}

async function toSettings(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  await page.waitForTimeout(SETTLES_WITHIN_MS)
}
