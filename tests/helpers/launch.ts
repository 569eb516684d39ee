import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronExecutable } from '../../scripts/setup/electron/locate.mjs'
import { keepAnswers } from './keptAnswers'

export const SPEECH_FILE = resolve('tests/fixtures/speech.wav')
/** With these in front of an app's folder it begins when Playwright is connected. */
export const HELD = ['-r', resolve('tests/helpers/holdReady.cjs')] as const

/**
 * What the pretended microphone does: speak the fixture, or one of the ways in which there is no
 * sound. `system` pretends nothing: it is what the system has.
 */
export type FakeMicrophone =
  { kind: 'speaks'; file: string } | { kind: 'denied' } | { kind: 'missing' } | { kind: 'system' }

export interface LaunchOptions {
  dataFolder: string
  /** The built app; usually this project. */
  appFolder?: string
  microphone?: FakeMicrophone
  args?: readonly string[]
  /** On top of what the test itself has. */
  env?: Readonly<Record<string, string>>
}

/** A running app and its one window. Close it with `app.close()`. */
export interface RunningApp {
  app: ElectronApplication
  page: Page
}

/**
 * Starts the built app in the real Electron, with its own data folder.
 * @throws when there is no Electron: a test that needs it fails, it is never skipped.
 */
export async function launchApp({
  dataFolder,
  appFolder = '.',
  microphone = { kind: 'speaks', file: SPEECH_FILE },
  args = [],
  env = {},
}: LaunchOptions): Promise<RunningApp> {
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [
      ...HELD,
      appFolder,
      `--user-data-dir=${dataFolder}`,
      ...microphoneArgs(microphone),
      ...args,
    ],
    env: { ...process.env, ...env } as Record<string, string>,
  })
  const page = await app.firstWindow()
  return { app: keepAnswers(app), page }
}

function microphoneArgs(microphone: FakeMicrophone): string[] {
  switch (microphone.kind) {
    case 'speaks':
      return [
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-audio-capture=${microphone.file}`,
      ]
    case 'denied':
      return ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream=deny']
    case 'missing':
      return ['--disable-audio-input']
    case 'system':
      return []
  }
}

/** A fresh data folder, and the function that removes it again. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-'))
  // Windows refuses for a moment while a process that has ended still lets go of its files.
  const remove = () =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  return { folder, remove }
}
