import type { Locator, Page } from '@playwright/test'

/** Opens the one session of the history anew, and answers with the button that plays its take. */
export async function openOnlySession(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'History' }).first().click()
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await sessions.getByRole('link').first().click()
  const button = page.getByRole('button', { name: 'Play take 1' })
  await button.waitFor()
  return button
}
