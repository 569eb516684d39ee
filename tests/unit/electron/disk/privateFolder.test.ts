import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { makePrivate } from '../../../../electron/disk/privateFolder'

const NO_MODES = 'Windows has no such modes'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'soundcheck-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))

const modeOf = (...names: string[]): string =>
  (statSync(join(folder, ...names)).mode & 0o777).toString(8)

/** With exactly this mode, whatever the umask. */
function make(name: string, kind: 'file' | 'folder', mode: number): void {
  const path = join(folder, name)
  if (kind === 'folder') mkdirSync(path)
  else writeFileSync(path, 'x')
  chmodSync(path, mode)
}

test('a folder that others could read becomes its owner’s alone, and so does what is ours in it', ({
  skip,
}) => {
  skip(process.platform === 'win32', NO_MODES)
  chmodSync(folder, 0o755)
  for (const name of ['soundcheck.db', 'soundcheck.db-wal', 'soundcheck.db-shm', 'window.json']) {
    make(name, 'file', 0o644)
  }
  for (const name of ['takes', 'backups', 'damaged']) make(name, 'folder', 0o777)
  makePrivate(dataFolderAt(folder))
  expect(modeOf()).toBe('700')
  expect(['soundcheck.db', 'soundcheck.db-wal', 'window.json'].map((name) => modeOf(name))).toEqual(
    ['600', '600', '600'],
  )
  expect(['takes', 'backups', 'damaged'].map((name) => modeOf(name))).toEqual(['700', '700', '700'])
})

test('what is not ours, and what a link leads to, stays as it is', ({ skip }) => {
  skip(process.platform === 'win32', NO_MODES)
  make('Local State', 'file', 0o644)
  make('elsewhere', 'folder', 0o755)
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'takes'))
  symlinkSync(join(folder, 'nowhere'), join(folder, 'backups'))
  makePrivate(dataFolderAt(folder))
  expect(modeOf('Local State')).toBe('644')
  expect(modeOf('elsewhere')).toBe('755')
})

test('the folders of sessions are not gone through, however many there are', ({ skip }) => {
  skip(process.platform === 'win32', NO_MODES)
  make('takes', 'folder', 0o755)
  make('takes/session', 'folder', 0o755)
  makePrivate(dataFolderAt(folder))
  expect(modeOf('takes')).toBe('700')
  expect(modeOf('takes', 'session')).toBe('755')
})

test('what is private already is not touched', ({ skip }) => {
  skip(process.platform === 'win32', NO_MODES)
  make('soundcheck.db', 'file', 0o600)
  const { ctimeNs } = statSync(join(folder, 'soundcheck.db'), { bigint: true })
  makePrivate(dataFolderAt(folder))
  expect(statSync(join(folder, 'soundcheck.db'), { bigint: true }).ctimeNs).toBe(ctimeNs)
})
