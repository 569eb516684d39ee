import { pathToFileURL } from 'node:url'
import { expect, test } from '../fixtures'

test('every page is sandboxed, on its own session, and without web views', async ({
  page,
  running,
}) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  const pages = await running.app.evaluate(({ webContents, session }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron has the call but does not document it in its types.
      const read = Reflect.get(contents, 'getLastWebPreferences') as () => Electron.WebPreferences
      return {
        kind: contents.getType(),
        url: contents.getURL(),
        isDefaultSession: contents.session === session.defaultSession,
        preferences: read.call(contents),
      }
    }),
  )
  expect(pages).toEqual([
    {
      kind: 'window',
      url: expect.stringMatching(/^app:\/\/soundcheck\/index\.html/),
      isDefaultSession: true,
      preferences: expect.objectContaining({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        enableBlinkFeatures: '',
      }),
    },
  ])
})

test('the page has no Node, and one bridge with two functions', async ({ page, running }) => {
  const inPage = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    bridge: Object.entries(Reflect.get(globalThis, 'soundcheck') as object)
      .map(([name, value]) => `${name}: ${typeof value}`)
      .toSorted(),
  }))
  expect(inPage).toEqual({ node: [], bridge: ['on: function', 'request: function'] })

  // The world of the preload script (Electron's number for it) keeps nothing either.
  const inPreload: unknown = await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScriptInIsolatedWorld(999, [
      { code: `['require', 'process', 'ipcRenderer'].filter((name) => name in globalThis)` },
    ]),
  )
  expect(inPreload).toEqual([])
})

test('the page cannot change the bridge', async ({ page }) => {
  const isChanged = await page.evaluate(() => {
    const bridge = Reflect.get(globalThis, 'soundcheck') as object
    const isReplaced = Reflect.set(globalThis, 'soundcheck', {})
    const isRewired = Reflect.set(bridge, 'request', () => {})
    return isReplaced || isRewired
  })
  expect(isChanged).toBe(false)
})

test('a web view that is put into the page stays an empty element', async ({ page, running }) => {
  await page.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.com/')
    document.body.append(view)
  })
  await page.waitForTimeout(500)
  expect(
    await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length),
  ).toBe(1)
})

test('developer tools do not open in what people get', async ({ page, running }) => {
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.openDevTools(),
  )
  await page.waitForTimeout(500)
  expect(
    await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.isDevToolsOpened(),
    ),
  ).toBe(false)
})

test('not even main can show a file or a remote page', async ({ running }) => {
  const outcomes = await running.app.evaluate(async ({ BrowserWindow }, file) => {
    const tried: Record<string, string> = {}
    for (const url of [file, 'https://example.com/', 'http://127.0.0.1/']) {
      const window = new BrowserWindow({ show: false })
      tried[url] = await window.loadURL(url).then(
        () => 'shown',
        (error: unknown) => String(Reflect.get(error as object, 'code')),
      )
      window.destroy()
    }
    return Object.values(tried)
  }, pathToFileURL('package.json').href)
  expect(outcomes).toEqual(Array.from({ length: 3 }, () => 'ERR_BLOCKED_BY_CLIENT'))
})
