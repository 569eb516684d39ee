import { expect, type Page } from '@playwright/test'
import type { RunningApp } from '../../helpers/launch'

/** Marks the page; the answer checks that it is still the same page, at the same place, alone. */
export async function stayingPut({
  app,
  page,
}: RunningApp): Promise<(why: string) => Promise<void>> {
  const where = () =>
    app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => contents.getURL()),
    )
  const before = await where()
  expect(before).toHaveLength(1)
  await markPage(page)
  return async (why) => {
    expect(await where(), why).toEqual(before)
    expect(await page.evaluate(() => 'mark' in globalThis), why).toBe(true)
  }
}

/** A page that is loaded again has no mark any more. */
export async function markPage(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.set(globalThis, 'mark', true))
}
