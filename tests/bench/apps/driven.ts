import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronExecutable } from '../../../scripts/setup/electron/locate.mjs'
import { HELD, launchApp, SPEECH_FILE, type RunningApp } from '../../helpers/launch'
import { freshFolder } from '../libraries/scratch'
import { BARE } from './started'

/** Where the start itself is not measured, Playwright drives the app: it is closed afterwards. */
export async function withApp<Result>(
  { dataFolder, speech = SPEECH_FILE }: { dataFolder: string; speech?: string },
  work: (running: RunningApp) => Promise<Result>,
): Promise<Result> {
  const running = await launchApp({ dataFolder, microphone: { kind: 'speaks', file: speech } })
  return thenClose(running.app, async () => {
    await running.page.getByRole('heading', { name: 'Practice' }).waitFor()
    return work(running)
  })
}

/** A page of tests/bench/bare in a bare Electron, with the same microphone. */
export async function withBare<Result>(
  { page: file, speech = SPEECH_FILE }: { page: string; speech?: string },
  work: (running: RunningApp) => Promise<Result>,
): Promise<Result> {
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [
      ...HELD,
      BARE,
      `--bare-page=${file}`,
      `--user-data-dir=${freshFolder('bare')}`,
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${speech}`,
    ],
  })
  return thenClose(app, async () => {
    const page: Page = await app.firstWindow()
    await page.waitForLoadState()
    return work({ app, page })
  })
}

async function thenClose<Result>(
  app: ElectronApplication,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } finally {
    await app.close()
  }
}
