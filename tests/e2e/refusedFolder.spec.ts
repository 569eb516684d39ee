import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test as base } from '@playwright/test'
import { electronExecutable } from '../../scripts/setup/electron/locate.mjs'

/* Folders that cannot be used: each start is refused in a box, and nothing is written elsewhere. */

interface Ended {
  code: number | null
  said: string
}

interface Place {
  /** A folder for whatever a test needs. */
  folder: string
  /** Starts the app at a home of its own, with somebody who closes its box. */
  start: (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Ended>
  /** Every file outside of the folder that was asked for: in the home, and in the temporary folder. */
  strays: () => string[]
}

const test = base.extend<{ place: Place }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names from this pattern
  place: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'soundcheck-'))
    const [home, temporary] = [join(folder, 'home'), join(folder, 'temporary')]
    mkdirSync(home)
    mkdirSync(temporary)
    const { XDG_CONFIG_HOME: _, ...usual } = process.env
    await use({
      folder,
      start: async (args, env = {}) => {
        const sandbox = process.platform === 'linux' ? ['--no-sandbox'] : []
        const reader = ['-r', resolve('tests/helpers/readBox.cjs')]
        const app = spawn(electronExecutable(), [...reader, '.', ...sandbox, ...args], {
          env: { ...usual, HOME: home, TMPDIR: temporary, ...env },
          stdio: ['ignore', 'pipe', 'ignore'],
        })
        let said = ''
        app.stdout.on('data', (text) => (said += String(text)))
        const [code] = (await once(app, 'close')) as [number | null]
        return { code, said }
      },
      strays: () => {
        const all = [home, temporary].flatMap((each) =>
          readdirSync(each, { recursive: true, encoding: 'utf8' }),
        )
        // What the system's libraries keep of shaders and fonts is none of ours.
        return all.filter((name) => /soundcheck/i.test(name))
      },
    })
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  },
})

test.skip(process.platform !== 'linux', 'HOME and XDG_CONFIG_HOME are where Linux looks')

const ASKED: Record<string, (folder: string) => { args: string[]; words: string }> = {
  'on a stick that is not plugged in': () => ({
    args: ['--user-data-dir=/proc/stick/Soundcheck'],
    words: '/proc/stick/Soundcheck: it is not there and cannot be made',
  }),
  'that is a file': (folder) => {
    writeFileSync(join(folder, 'file'), '')
    return { args: [`--user-data-dir=${folder}/file`], words: `${folder}/file: it is a file` }
  },
  'below a file': (folder) => {
    writeFileSync(join(folder, 'file'), '')
    const below = join(folder, 'file', 'Soundcheck')
    return { args: [`--user-data-dir=${below}/`], words: 'it is not there and cannot be made' }
  },
  'behind a link that leads nowhere': (folder) => {
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link'))
    return { args: [`--user-data-dir=${folder}/link`], words: 'a link that leads nowhere' }
  },
  'given without =': (folder) => ({
    args: ['--user-data-dir', join(folder, 'wanted')],
    words: 'Write it as --user-data-dir=FOLDER',
  }),
  'given without a name': () => ({ args: ['--user-data-dir='], words: '--user-data-dir=FOLDER' }),
  'given after a lone --': (folder) => ({
    args: ['--', `--user-data-dir=${folder}/wanted`],
    words: '--user-data-dir=FOLDER',
  }),
}

for (const [name, prepare] of Object.entries(ASKED)) {
  test(`a folder ${name} is refused by its name, and nothing is written`, async ({ place }) => {
    const { args, words } = prepare(place.folder)
    const { code, said } = await place.start(args)
    expect(said).toContain('Soundcheck cannot start')
    expect(said).toContain('Nothing was written, there or anywhere else.')
    expect(said).toContain('FOLDER_UNUSABLE')
    expect(said).toContain(words)
    expect(code).toBe(1)
    expect(place.strays()).toEqual([])
    expect(existsSync(join(place.folder, 'wanted'))).toBe(false)
  })
}

test('a usual folder that cannot be is refused too', async ({ place }) => {
  const file = join(place.folder, 'file')
  writeFileSync(file, '')
  for (const XDG_CONFIG_HOME of [file, 'a/relative/path']) {
    const { code, said } = await place.start([], { XDG_CONFIG_HOME })
    expect(said).toContain('FOLDER_UNUSABLE')
    expect(code).toBe(1)
  }
  expect(place.strays()).toEqual([])
})

test('a folder that cannot be written to is refused, and stays as it is', async ({ place }) => {
  const isRoot = process.getuid?.() === 0
  const folder = join(place.folder, 'read-only')
  mkdirSync(folder, { mode: 0o500 })
  if (isRoot) execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro,size=1m', 'tmpfs', folder])
  try {
    const { code, said } = await place.start([`--user-data-dir=${folder}`])
    expect(said).toContain(`FOLDER_UNUSABLE: ${folder}: it cannot be written to`)
    expect(code).toBe(1)
    expect(place.strays()).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  } finally {
    if (isRoot) execFileSync('umount', ['--lazy', folder])
  }
})

test('a folder that another computer has open is refused, and stays as it is', async ({
  place,
}) => {
  const folder = join(place.folder, 'shared')
  mkdirSync(folder)
  symlinkSync('the-other-laptop-4711', join(folder, 'SingletonLock'))
  const { code, said } = await place.start([`--user-data-dir=${folder}`])
  expect(said).toContain(`FOLDER_IN_USE: ${folder}: the computer the-other-laptop has it open`)
  expect(code).toBe(1)
  expect(readdirSync(folder)).toEqual(['SingletonLock'])
  expect(place.strays()).toEqual([])
})

test('the box waits until it is read', async ({ place }) => {
  const args = ['.', '--no-sandbox', `--user-data-dir=/proc/stick`]
  const env = { ...process.env, TMPDIR: place.folder }
  const app = spawn(electronExecutable(), args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  app.stderr.on('data', (text) => (said += String(text)))
  await expect.poll(() => said).toContain('FOLDER_UNUSABLE')
  await new Promise((wait) => setTimeout(wait, 1000))
  expect(app.exitCode).toBeNull()
  const ended = once(app, 'exit')
  app.kill('SIGKILL')
  await ended
})
