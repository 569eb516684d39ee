import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { watchAwake } from '../helpers/watchAwake'
import { expect, test } from './fixtures'
import { SessionPage } from './pages/session'

/** See docs/decisions/one-intent.md. */
const ONE_WISH_MS = 600

const HELD = ['start prevent-app-suspension true']
const HELD_AND_RELEASED = [...HELD, 'stop false']

/** The ways in which a take can end. */
const ENDINGS: Record<string, (session: SessionPage, app: ElectronApplication) => Promise<void>> = {
  Stop: async ({ stop, takes }) => {
    await stop.click()
    await expect(takes).toHaveCount(1)
  },
  'a pause, then Stop': async ({ page, stop }) => {
    await page.getByRole('button', { name: 'Pause', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Resume', exact: true })).toBeVisible()
    await stop.click()
  },
  'leaving the session': async ({ page }) => {
    await page.getByRole('link', { name: 'Settings' }).click()
  },
  'a crash of the page': async (_session, app) => {
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
    )
  },
  'closing the window': async (_session, app) => {
    const closed = app.waitForEvent('close')
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
    await closed
  },
}

for (const [name, end] of Object.entries(ENDINGS)) {
  test(`the machine is kept awake while a take is recorded, until ${name}`, async ({
    running,
    dataFolder,
  }) => {
    const asked = await watchAwake(running.app, join(dataFolder, 'asked.log'))
    const session = await SessionPage.start(running.page)
    expect(asked()).toEqual([])
    await session.begin()
    expect(asked()).toEqual(HELD)
    // Right after Record a press of Stop would be taken for its second half.
    await running.page.waitForTimeout(ONE_WISH_MS)
    await end(session, running.app)
    await expect.poll(asked).toEqual(HELD_AND_RELEASED)
  })
}
