import { expect, test } from '../fixtures'

test('a redirect is not followed, wherever it leads', async ({ running }) => {
  const seen = await running.app.evaluate(async ({ BrowserWindow, session }) => {
    // The app's own answers never redirect, so others are put in their place.
    const { protocol } = session.defaultSession
    const asked: string[] = []
    protocol.unhandle('app')
    protocol.handle('app', ({ url }) => {
      asked.push(url)
      const location = new URL(url).searchParams.get('to')
      return location === null
        ? new Response('<p>Followed', { headers: { 'Content-Type': 'text/html' } })
        : new Response(null, { status: 302, headers: { location } })
    })
    const outcomes: string[] = []
    for (const to of ['app://elsewhere/', 'app://soundcheck/', 'https://example.com/']) {
      const window = new BrowserWindow({ show: false })
      outcomes.push(
        await window.loadURL(`app://soundcheck/start?to=${to}`).then(
          () => `shows ${window.webContents.getURL()}`,
          () => 'not followed',
        ),
      )
    }
    return { outcomes, asked: asked.filter((url) => !url.includes('?to=')) }
  })
  expect(seen).toEqual({
    outcomes: ['not followed', 'not followed', 'not followed'],
    asked: [],
  })
})
