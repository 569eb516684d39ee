import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import type { Bridge } from '../../shared/bridge'
import { electronExecutable } from '../../scripts/setup/locate.mjs'
import { filesBelow } from '../helpers/library'
import { expect, test } from './fixtures'
import { SessionPage } from './pages/session'

test('the page has no Node, one bridge, and a strict policy', async ({ page, running }) => {
  expect(new URL(page.url()).protocol).toBe('app:')
  const inPage = await page.evaluate(() => ({
    require: typeof Reflect.get(globalThis, 'require'),
    process: typeof Reflect.get(globalThis, 'process'),
    bridge: Object.keys(Reflect.get(globalThis, 'soundcheck') as Bridge).toSorted(),
  }))
  expect(inPage).toEqual({ require: 'undefined', process: 'undefined', bridge: ['on', 'request'] })
  const preferences = await running.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    // Electron has the call but does not document it in its types.
    const read = Reflect.get(webContents, 'getLastWebPreferences') as () => Electron.WebPreferences
    return read.call(webContents)
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
  })
})

test('nothing leads out of the app', async ({ page, running }) => {
  const before = page.url()
  await page.evaluate(() => {
    window.open('https://example.com')
    const link = document.createElement('a')
    link.href = 'https://example.com'
    link.target = '_blank'
    document.body.append(link)
    link.click()
    link.removeAttribute('target')
    link.click()
  })
  await page.waitForTimeout(500)
  expect(page.url()).toBe(before)
  expect(running.app.windows()).toHaveLength(1)
  const blocked = await page.evaluate(() =>
    fetch('https://example.com').then(
      () => 'answered',
      () => 'blocked',
    ),
  )
  expect(blocked).toBe('blocked')
})

test('bad requests get a code and change nothing', async ({ page }) => {
  const ask = (name: string, input: unknown) =>
    page.evaluate(
      ([channel, value]) =>
        (Reflect.get(globalThis, 'soundcheck') as Bridge).request(channel, value),
      [name, input] as const,
    )
  expect(await ask('takes.delete', { takeId: '../../etc/passwd' })).toMatchObject({
    ok: false,
    error: { code: 'BAD_REQUEST' },
  })
  expect(await ask('sessions.open', { sessionId: '0190a8f0-0000-7000-8000-000000000000' })).toEqual(
    {
      ok: false,
      error: { code: 'NOT_FOUND', detail: expect.any(String) },
    },
  )
})

test('data is for its owner alone', async ({ page, dataFolder }) => {
  test.skip(process.platform === 'win32', 'Windows has no such modes')
  const session = await SessionPage.start(page)
  await session.recordTake(1000)
  for (const file of filesBelow(dataFolder)) {
    expect(statSync(file).mode & 0o077, file).toBe(0)
  }
})

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
