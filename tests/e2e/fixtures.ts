import { test as base, type Page } from '@playwright/test'
import { launchApp, temporaryFolder, type LaunchOptions, type RunningApp } from '../helpers/launch'

export interface Fixtures {
  /** A fresh folder; everything that the app stores goes there. */
  dataFolder: string
  /** Starts the app, again if need be; whatever is still open at the end is closed. */
  launch: (options?: Partial<LaunchOptions>) => Promise<RunningApp>
  /** The app past its welcome, on Practice, with no page error allowed. */
  page: Page
  running: RunningApp
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names from this pattern
  dataFolder: async ({}, use) => {
    const { folder, remove } = temporaryFolder()
    await use(folder)
    remove()
  },
  launch: async ({ dataFolder }, use) => {
    const opened: RunningApp[] = []
    const errors: string[] = []
    await use(async (options) => {
      const running = await launchApp({ dataFolder, ...options })
      running.page.on('pageerror', (error) => errors.push(error.message))
      opened.push(running)
      return running
    })
    for (const { app } of opened) await app.close().catch(() => {})
    if (errors.length > 0) throw new Error(`Errors in the page:\n${errors.join('\n')}`)
  },
  running: async ({ launch }, use) => {
    const running = await launch()
    await running.page.getByRole('button', { name: 'Get started' }).click()
    await running.page.getByRole('heading', { name: 'Practice' }).waitFor()
    await use(running)
  },
  page: async ({ running }, use) => {
    await use(running.page)
  },
})

export { expect } from '@playwright/test'
