import { expect, test } from '../fixtures'

/** What a frame in the page might show. */
const PLACES = [
  'https://example.com/',
  'http://127.0.0.1/',
  'file:///etc/hosts',
  'data:text/html,<p>x',
  'app://soundcheck/index.html',
  'app://elsewhere/',
]

test('frames in the page stay empty', async ({ page, running }) => {
  await page.evaluate((places) => {
    for (const place of places) {
      const frame = document.createElement('iframe')
      frame.src = place
      document.body.append(frame)
    }
  }, PLACES)
  await page.waitForTimeout(500)
  const frames = await running.app.evaluate(({ BrowserWindow }) =>
    Promise.all(
      BrowserWindow.getAllWindows()[0]!.webContents.mainFrame.frames.map((frame) =>
        frame.executeJavaScript(`document.body.innerText`).catch(() => ''),
      ),
    ),
  )
  expect(frames).toEqual(PLACES.map(() => ''))
})

test('nobody can put the page into a frame', async ({ running }) => {
  const framed = await running.app.evaluate(async ({ BrowserWindow }) => {
    const { webContents } = new BrowserWindow({ show: false })
    // The app lets no frame navigate; without that, the page's own policy is what is left.
    webContents.removeAllListeners('will-frame-navigate')
    const failed = new Promise((resolve) =>
      webContents.once('did-fail-provisional-load', (_event, code, _reason, url) =>
        resolve(`${url} ${String(code)}`),
      ),
    )
    const shown = new Promise((resolve) =>
      webContents.on('did-frame-navigate', (_event, url, _code, _text, isMainFrame) => {
        if (!isMainFrame) resolve(`${url} shown`)
      }),
    )
    await webContents.loadURL('data:text/html,<iframe src="app://soundcheck/index.html"></iframe>')
    return Promise.race([failed, shown])
  })
  // ERR_BLOCKED_BY_RESPONSE
  expect(framed).toBe('app://soundcheck/index.html -27')
})
