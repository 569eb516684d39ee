import { expect, type Page } from '@playwright/test'
import { ask } from '../bridge'

/** The ids of the takes that the person is asked about, once what the kill left is finished. */
export async function askedAbout(page: Page): Promise<string[]> {
  await page.getByRole('heading', { name: 'Practice' }).waitFor()
  const recovered = await ask(page, 'recovery.list', undefined)
  return recovered.map(({ take }) => take.id)
}

/** Keeps the one recovered take, and sees that nothing is asked after it. */
export async function keepIn(page: Page, words: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Recovered recordings' })
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await expect(dialog.getByRole('listitem')).toContainText(words)
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(dialog).toBeHidden()
  expect(await askedAbout(page)).toEqual([])
}
