import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

/** What is built, and nothing else, decides: also what a library brought along. */
function builtCode(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(c|m)?js$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}

test('main opens one thing outside of the app: the data folder', async ({
  page,
  running,
  dataFolder,
}) => {
  const main = builtCode('out/main')
  expect(main.match(/\bshell\.\w+\([^)]*\)/g)).toEqual(['shell.openPath(dataFolder.path)'])
  expect(main).not.toMatch(/openExternal|showItemInFolder|\bshell\[/)

  const opened = await running.app.evaluateHandle(({ shell }) => {
    const paths: string[] = []
    shell.openPath = (path) => {
      paths.push(path)
      return Promise.resolve('')
    }
    return paths
  })
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Open folder' }).click()
  await expect.poll(() => opened.evaluate((paths) => paths)).toEqual([dataFolder])
})

/** None of these talks to anybody. A new one is looked at before it comes here. */
const HARMLESS = [
  'better-sqlite3',
  'electron',
  'node:child_process', // for one program alone, see below
  'node:crypto',
  'node:events',
  'node:fs',
  'node:fs/promises',
  'node:module', // to find the speech model in its package (electron/measures/silero/modelFile.ts)
  'node:os', // the computer's name and the temporary folder
  'node:path',
  'node:timers',
  'node:timers/promises',
  'node:url',
  'node:util',
  'node:worker_threads',
  'node:zlib', // checks what is unpacked of a deck
  'path', // how electron-vite says where the process that reads decks is
]

test('main and preload use no module that reaches the network, and start one program', () => {
  const built = `${builtCode('out/main')}\n${builtCode('out/preload')}`
  // A library's comment shows what could be required.
  const code = built.replaceAll(/^\s*\*.*$/gm, '')
  const used = [
    ...code.matchAll(/^import\b(?!\.)[^"']*["']([^"']+)["']/gm),
    ...code.matchAll(/\b(?:import|require|getBuiltinModule)\(\s*["'`]([^"'`]+)["'`]/g),
  ].flatMap(([, name = '.']) => (name.startsWith('.') ? [] : [name]))
  expect(used).toContain('electron')
  expect(used.filter((name) => !HARMLESS.includes(name))).toEqual([])
  // Linux's sound server is asked which microphone records, and tells when that may have changed
  // (electron/microphone/pactl.ts).
  expect(code.match(/import \{[^}]*\} from "node:child_process"/g)).toEqual([
    'import { execFile, spawn } from "node:child_process"',
  ])
  expect(code.match(/\bexecFile\b.*/g)?.slice(1)).toEqual([
    expect.stringMatching(/^execFile\)\("pactl", /) as unknown,
  ])
  expect(code.match(/\bspawn\b.*/g)?.slice(1)).toEqual([
    expect.stringMatching(/^spawn\("pactl", \["subscribe"\], /) as unknown,
  ])
})
