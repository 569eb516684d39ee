import { execFile } from 'node:child_process'
import { copyFileSync, linkSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createPackage } from '@electron/asar'
import { electronExecutable } from '../../../scripts/setup/electron/locate.mjs'

/** What runs in it: it says that it runs, and whether somebody has slipped something in. */
const APP = `
  const { app } = require('electron')
  console.log('The app runs from ' + require('node:path').basename(__dirname))
  setTimeout(() => app.exit(0), Number(process.env.STAY_MS ?? 0))
`

/**
 * A copy of the Electron in use, without an app. Everything but the executable is linked, not
 * copied, where the file system lets it.
 */
export function copyElectron(folder: string): string {
  const executable = electronExecutable()
  copyFolder(dirname(executable), folder, (file) => file === executable)
  return join(folder, basename(executable))
}

function copyFolder(from: string, to: string, isOwnCopy: (file: string) => boolean): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyFolder(source, target, isOwnCopy)
    else if (isOwnCopy(source)) copyFileSync(source, target)
    else linkOrCopy(source, target)
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    // On another file system.
    copyFileSync(source, target)
  }
}

/** Puts the app where a release has it: packed, or as a folder. */
export async function addApp(electron: string, as: 'app' | 'app.asar'): Promise<void> {
  const resources = join(dirname(electron), 'resources')
  const source = as === 'app' ? join(resources, 'app') : join(dirname(electron), 'source')
  mkdirSync(source)
  writeFileSync(join(source, 'package.json'), '{ "name": "probe", "main": "main.js" }')
  writeFileSync(join(source, 'main.js'), APP)
  if (as === 'app.asar') await createPackage(source, join(resources, 'app.asar'))
}

/** Starts it and answers with everything that it said until it ended. */
export function start(
  electron: string,
  { args = [], env = {} }: { args?: string[]; env?: Record<string, string> } = {},
): Promise<string> {
  const all = [...args, '--no-sandbox', `--user-data-dir=${join(dirname(electron), 'data')}`]
  return new Promise((resolve) => {
    execFile(
      electron,
      all,
      { env: { ...process.env, ...env }, timeout: 30_000 },
      (_error, stdout, stderr) => resolve(`${stdout}\n${stderr}`),
    )
  })
}
