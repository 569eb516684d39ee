import { requestChannel } from '../../../shared/bridge'
import { requests } from '../../../shared/contract'
import { ask } from '../../helpers/ask'
import { expect, test } from '../fixtures'
import { openForeignPage, runInForeignPage, runInFrame } from './foreignPage'

const NAMES = Object.keys(requests)
const REFUSED = Object.fromEntries(NAMES.map((name) => [name, 'FOREIGN_SENDER']))

/** Asks for everything in the contract, through the bridge of the place where it runs. */
const askForEverything = (bridge: string): string => `Promise.all(
  ${JSON.stringify(NAMES)}.map(async (name) => {
    const reply = await ${bridge}.request(name, undefined)
    return [name, reply.ok ? 'ok' : reply.error.code]
  })).then(Object.fromEntries)`

test('main handles exactly what the contract lists', async ({ running }) => {
  const handled = await running.app.evaluate(({ ipcMain, webContents }) => {
    // Electron keeps them here; there is no documented way to list them.
    const namesOf = (place: object) => [
      ...(Reflect.get(place, '_invokeHandlers') as Map<string, unknown>).keys(),
    ]
    return {
      requests: namesOf(ipcMain).toSorted(),
      // Electron's own, so that a message named "error" does not throw.
      messages: ipcMain.eventNames(),
      ofOnePage: webContents
        .getAllWebContents()
        .flatMap(({ ipc, mainFrame }) => [
          ...namesOf(ipc),
          ...ipc.eventNames().filter((name) => name !== 'error'),
          ...namesOf(mainFrame.ipc),
          ...mainFrame.ipc.eventNames().filter((name) => name !== 'error'),
        ]),
    }
  })
  expect(handled).toEqual({
    requests: NAMES.map(requestChannel).toSorted(),
    messages: ['error'],
    ofOnePage: [],
  })
})

test('every request of a page of somebody else’s is refused', async ({ running }) => {
  for (const url of ['data:text/html,<p>Foreign</p>', 'app://elsewhere/']) {
    const foreign = await openForeignPage(running.app, { url, preload: 'in the page' })
    const answers = await runInForeignPage(running.app, foreign, askForEverything('soundcheck'))
    expect(answers, url).toEqual(REFUSED)
  }
})

test('every request of a frame is refused, also of a frame of our own', async ({ running }) => {
  const { app } = running
  const host = await openForeignPage(app, {
    url: 'app://soundcheck/host',
    preload: 'in frames too',
  })
  for (const origin of ['app://soundcheck', 'app://elsewhere']) {
    const answers = await runInFrame(app, host, {
      url: `${origin}/frame`,
      script: askForEverything('soundcheck'),
    })
    expect(answers).toEqual([origin, REFUSED])
  }
})

test('a frame in the page has no bridge at all', async ({ page }) => {
  const bridge = await page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    return typeof Reflect.get(frame.contentWindow!, 'soundcheck')
  })
  expect(bridge).toBe('undefined')
})

test('a request whose sender is gone is refused', async ({ running }) => {
  const answers = await running.app.evaluate(async ({ ipcMain }, channels) => {
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<
      string,
      (event: object, input: unknown) => Promise<{ error?: { code: string } }>
    >
    const replies = channels.map((channel) => handlers.get(channel)!({ senderFrame: null }, {}))
    return (await Promise.all(replies)).map((reply) => reply.error?.code)
  }, NAMES.map(requestChannel))
  expect(answers).toEqual(NAMES.map(() => 'FOREIGN_SENDER'))
})

test('bad arguments get a code, whatever the request', async ({ page }) => {
  const bad = [null, true, 0, Number.NaN, '', [], { unknown: 1 }, { takeId: '../../etc/passwd' }]
  for (const name of NAMES) {
    for (const input of bad) {
      expect(await ask(page, name, input), `${name} ${JSON.stringify(input)}`).toEqual({
        ok: false,
        error: { code: 'BAD_REQUEST', detail: expect.any(String) },
      })
    }
  }
  // What is well formed and not there gets another code: it was understood.
  const sessionId = '0190a8f0-0000-7000-8000-000000000000'
  expect(await ask(page, 'sessions.open', { sessionId })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
})
