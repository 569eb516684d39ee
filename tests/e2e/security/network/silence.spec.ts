import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { electronExecutable } from '../../../../scripts/setup/electron/locate.mjs'
import type { RunningApp } from '../../../helpers/launch'
import { expect, test } from '../../fixtures'
import { SessionPage } from '../../pages/session'
import { keepNetLog, readNetLog } from './netLog'
import { isLoopback, processTree, watchSockets } from './sockets'

const LOCAL = /^(?:app|take|blob|data|devtools):/

/** Everything that a person does with Soundcheck. */
async function useIt(page: Page): Promise<void> {
  const session = await SessionPage.start(page)
  await session.recordTake(1500)
  await session.answer.getByRole('button', { name: 'Play answer' }).click()
  await expect.poll(() => session.seconds()).toBeGreaterThan(0.3)
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Notes' }).fill('Name the numbers')
  await page.getByRole('button', { name: 'Next question' }).click()
  await page.getByRole('button', { name: 'Finish session' }).click()
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('searchbox', { name: 'Search history' }).fill('numbers')
  await page.getByRole('list', { name: 'Sessions' }).getByRole('link').first().click()
  await page.getByRole('button', { name: 'Play take 1' }).first().click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.getByRole('link', { name: 'Practice' }).click()
  await page.waitForTimeout(500)
}

/** What is asked for through Chromium, refused or not; the app's own handlers stay in place. */
async function watchRequests({ app, page }: RunningApp): Promise<() => Promise<string[]>> {
  const inPage: string[] = []
  page.on('request', (request) => inPage.push(request.url()))
  const inMain = await app.evaluateHandle(({ session }) => {
    const urls: string[] = []
    const { webRequest } = session.defaultSession
    webRequest.onSendHeaders(({ url }) => urls.push(url))
    webRequest.onErrorOccurred(({ url }) => urls.push(url))
    return urls
  })
  return async () => [...inPage, ...(await inMain.evaluate((urls) => urls))]
}

test('a whole evening’s use asks nobody for anything', async ({ launch, dataFolder }) => {
  test.setTimeout(180_000)
  const asked: string[] = []
  const sockets: string[] = []
  for (const start of ['first', 'second']) {
    const log = `${dataFolder}/${start}-net-log.json`
    const running = await launch({ args: keepNetLog(log) })
    const requestsSince = await watchRequests(running)
    const held = process.platform === 'linux' ? watchSockets(running.app.process().pid!) : null
    if (start === 'first') await running.page.getByRole('button', { name: 'Get started' }).click()
    await useIt(running.page)

    const requests = await requestsSince()
    expect(requests.some((url) => url.startsWith('take:'))).toBe(true)
    asked.push(...requests.filter((url) => !LOCAL.test(url)))
    // Playwright has the app listen for itself: --inspect and --remote-debugging-port, both on
    // 127.0.0.1, in the main process. That is all there may be; without Playwright, see below.
    const seen = held?.() ?? []
    const ports = new Set(
      seen.filter((socket) => socket.isListening).map(({ local }) => local.split(':')[1]),
    )
    expect(ports.size).toBe(process.platform === 'linux' ? 2 : 0)
    sockets.push(
      ...seen
        .filter(
          ({ pid, protocol, local, remote, isListening }) =>
            pid !== running.app.process().pid ||
            protocol !== 'tcp' ||
            !isLoopback(local) ||
            !ports.has(local.split(':')[1]) ||
            !(isListening || isLoopback(remote)),
        )
        .map((socket) => JSON.stringify(socket)),
    )
    await running.app.close()
    asked.push(...readNetLog(log))
  }
  const figure = [
    'Network in a whole run',
    'starts=2',
    `requests=${asked.length}`,
    `sockets=${sockets.length}`,
    'wanted=0 requests, 0 sockets',
  ].join('|')
  test.info().annotations.push({ type: 'figure', description: figure })
  expect(asked).toEqual([])
  expect(sockets).toEqual([])
})

test('the network log would tell, and a name that is looked up leads nowhere', async ({
  launch,
  dataFolder,
}) => {
  const log = `${dataFolder}/net-log.json`
  const { app } = await launch({ args: keepNetLog(log) })
  const outcome = await app.evaluate(({ net }) =>
    net.resolveHost('example.com').then(
      () => 'found',
      (error: Error) => error.message,
    ),
  )
  expect(outcome).toContain('ERR_NAME_NOT_RESOLVED')
  await app.close()
  expect(readNetLog(log).join('\n')).toContain('HOST_RESOLVER_MANAGER_REQUEST')
})

test('started as people start it, the app holds no socket at all', async ({ dataFolder }) => {
  test.skip(process.platform !== 'linux', 'Sockets are read from /proc, which only Linux has')
  const app = spawn(electronExecutable(), ['.', `--user-data-dir=${dataFolder}`, '--no-sandbox'], {
    stdio: 'ignore',
  })
  const ended = once(app, 'exit')
  const held = watchSockets(app.pid!)
  try {
    await expect
      .poll(() => existsSync(`${dataFolder}/soundcheck.db`), { timeout: 30_000 })
      .toBe(true)
    await wait(5000)
    // Main, renderer, GPU ...: the whole app is there to be looked at.
    expect(processTree(app.pid!).length).toBeGreaterThan(3)
    expect(held()).toEqual([])
  } finally {
    held()
    app.kill('SIGTERM')
    await ended
  }
})
