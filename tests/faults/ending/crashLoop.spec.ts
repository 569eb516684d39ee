import { expect, test } from '../../e2e/fixtures'
import { SessionPage } from '../../e2e/pages/session'
import type { RunningApp } from '../../helpers/launch'
import { storedTakes } from '../../helpers/library'
import { PageThroughMain } from '../pageThroughMain'
import { reportFigure } from '../report'

const MOST_RELOADS = 3

/** What the app told with a box of the system's, and how often it loaded its page again. */
interface Watched {
  told: string[]
  loads: number
}

test('a page that keeps crashing is loaded three times, then the person is told', async ({
  running,
  dataFolder,
}) => {
  const session = await SessionPage.start(running.page)
  await watch(running)
  await session.begin()
  await running.page.waitForTimeout(1000)

  const page = new PageThroughMain(running.app)
  for (let crash = 1; crash <= MOST_RELOADS; crash += 1) {
    await crashPage(running)
    await expect.poll(async () => (await watched(running)).loads).toBe(crash)
    await page.until(
      `document.querySelector('dialog[open] h2')?.textContent === 'Recovered recordings'`,
    )
    expect((await watched(running)).told).toEqual([])
  }
  await crashPage(running)
  await expect
    .poll(async () => (await watched(running)).told)
    .toEqual(['Soundcheck keeps stopping'])
  // Long enough for one more loading, if there were one.
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const { loads, told } = await watched(running)

  const [take] = storedTakes(dataFolder)
  reportFigure(
    'page that keeps crashing',
    {
      crashes: MOST_RELOADS + 1,
      reloads: loads,
      told: told.length,
      keptMs: take!.duration_ms ?? 0,
    },
    'at most 3 reloads in 5 minutes, then told; the take closed properly',
  )
  expect(loads).toBe(MOST_RELOADS)
  expect(take).toMatchObject({ state: 'ready' })
  expect(take!.duration_ms).toBeGreaterThan(500)
})

/** The box is answered by nobody here, as by a person who is away. */
async function watch({ app }: RunningApp): Promise<void> {
  await app.evaluate(({ BrowserWindow, dialog }) => {
    const seen: Watched = { told: [], loads: 0 }
    Reflect.set(globalThis, 'watched', seen)
    BrowserWindow.getAllWindows()[0]!.webContents.on('did-finish-load', () => (seen.loads += 1))
    dialog.showMessageBox = ((_window: unknown, { message }: { message: string }) => {
      seen.told.push(message)
      return new Promise(() => {})
    }) as unknown as typeof dialog.showMessageBox
  })
}

function watched({ app }: RunningApp): Promise<Watched> {
  return app.evaluate(() => Reflect.get(globalThis, 'watched') as Watched)
}

function crashPage({ app }: RunningApp): Promise<void> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  )
}
