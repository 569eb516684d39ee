import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { electronExecutable } from '../../scripts/setup/electron/locate.mjs'
import { expect, test } from './fixtures'

test('a second start brings the first window to the front and ends', async ({
  page,
  running,
  dataFolder,
}) => {
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.minimize())
  // As Playwright starts the first one.
  const second = spawn(
    electronExecutable(),
    [
      '.',
      `--user-data-dir=${dataFolder}`,
      ...(process.platform === 'linux' ? ['--no-sandbox'] : []),
    ],
    { stdio: 'ignore' },
  )
  const [exitCode] = await once(second, 'exit')
  expect(exitCode).toBe(0)
  await expect
    .poll(() =>
      running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isMinimized()),
    )
    .toBe(false)
  await expect(page.getByRole('heading', { name: 'Practice' })).toBeVisible()
})

test('size and place are remembered', async ({ running, launch }) => {
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.setBounds({ x: 40, y: 60, width: 960, height: 640 }),
  )
  await running.page.waitForTimeout(800)
  await running.app.close()
  const { app } = await launch()
  const bounds = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.getBounds(),
  )
  expect(bounds).toMatchObject({ width: 960, height: 640 })
})

test('the chosen theme is there again at the next start', async ({ running, launch }) => {
  await running.page.getByRole('link', { name: 'Settings' }).click()
  await running.page.getByRole('radio', { name: 'Dark' }).check()
  const isDark = (page: typeof running.page) =>
    page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await running.page.emulateMedia({ colorScheme: null })
  await expect.poll(() => isDark(running.page)).toBe(true)
  await running.app.close()
  const { page } = await launch()
  await page.emulateMedia({ colorScheme: null })
  expect(await isDark(page)).toBe(true)
})
