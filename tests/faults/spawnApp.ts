import { spawn, type ChildProcess } from 'node:child_process'
import { electronExecutable } from '../../scripts/setup/electron/locate.mjs'

/**
 * Starts the app as a person does, without a test tool that watches it: for what happens before
 * there is a window, or to an app that does not open one.
 */
export function spawnApp(dataFolder: string): ChildProcess {
  // As Playwright starts it: in most test environments Chromium has no right to make a sandbox.
  const sandbox = process.platform === 'linux' ? ['--no-sandbox'] : []
  return spawn(electronExecutable(), ['.', `--user-data-dir=${dataFolder}`, ...sandbox], {
    stdio: 'ignore',
  })
}
