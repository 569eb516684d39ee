import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  codeOf,
  freeBytes,
  isDiskFull,
  isThere,
  renameFile,
  renameFileSync,
  replaceFileSync,
  syncFolder,
  syncFolderSync,
} from '../../../../electron/disk/durableFiles'
import { disk } from './refusingDisk'
import { temporaryFolder } from '../store/fixture'

/** Many times as long as it takes: a busy machine may take its time too. */
const WITHIN_MS = 5000

vi.mock('node:fs', async (original) => {
  const { refusing } = await import('./refusingDisk')
  return refusing(await original())
})
vi.mock('node:fs/promises', async (original) => {
  const { refusing } = await import('./refusingDisk')
  return refusing(await original())
})

const coded = (code: string) => Object.assign(new Error(code), { code })

function twoFiles(): [string, string] {
  const folder = temporaryFolder()
  const [from, to] = [join(folder, 'from'), join(folder, 'to')]
  writeFileSync(from, 'new')
  writeFileSync(to, 'old')
  return [from, to]
}

/** Both ways of renaming, as one that answers with a promise. */
const RENAMES: [string, (from: string, to: string) => Promise<void>][] = [
  ['rename', renameFile],
  ['renameSync', (from, to) => Promise.resolve().then(() => renameFileSync(from, to))],
]

test.each(RENAMES)(
  '%s: what is refused for a moment is done a moment later',
  async (call, rename) => {
    const [from, to] = twoFiles()
    let refusals = 2
    disk.refuse = (name) => (name === call && refusals-- > 0 ? 'EPERM' : null)
    await rename(from, to)
    expect(readFileSync(to, 'utf8')).toBe('new')
  },
)

test.each(RENAMES)('%s: what stays refused is an error soon', async (call, rename) => {
  const [from, to] = twoFiles()
  let tries = 0
  disk.refuse = (name) => (name === call && (tries += 1) > 0 ? 'EACCES' : null)
  const beganAtMs = performance.now()
  await expect(rename(from, to)).rejects.toMatchObject({ code: 'EACCES' })
  expect(performance.now() - beganAtMs).toBeLessThan(WITHIN_MS)
  expect(tries).toBe(5)
  expect([from, to].map((file) => readFileSync(file, 'utf8'))).toEqual(['new', 'old'])
})

test.each(RENAMES)('%s: what does not pass is not tried again', async (call, rename) => {
  const [from, to] = twoFiles()
  let tries = 0
  disk.refuse = (name) => (name === call && (tries += 1) > 0 ? 'ENOSPC' : null)
  await expect(rename(from, to)).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(tries).toBe(1)
})

test.each(['writeFileSync', 'renameSync', 'fsyncSync'])(
  'a file whose replacing fails (%s) is as it was, or new, and nothing lies beside it',
  (call) => {
    const [, file] = twoFiles()
    disk.refuse = (name) => (name === call ? 'EIO' : null)
    expect(() => replaceFileSync(file, 'newest')).toThrow('EIO')
    expect(readFileSync(file, 'utf8')).toBe(call === 'fsyncSync' ? 'newest' : 'old')
    expect(readdirSync(join(file, '..')).toSorted()).toEqual(['from', 'to'])
  },
)

test('a file system without fsync for folders is no obstacle; a disk that fails at it is', async () => {
  const folder = temporaryFolder()
  const probe = await open(join(folder, 'probe'), 'w')
  const prototype = Object.getPrototypeOf(probe) as FileHandle
  await probe.close()
  const sync = vi.spyOn(prototype, 'sync')
  onTestFinished(() => sync.mockRestore())
  for (const [code, isFine] of [
    ['EINVAL', true],
    ['ENOTSUP', true],
    ['EIO', false],
  ] as const) {
    sync.mockRejectedValue(coded(code))
    disk.refuse = (name) => (name === 'fsyncSync' ? code : null)
    const synced = await syncFolder(folder).then(
      () => true,
      () => false,
    )
    expect(synced, code).toBe(isFine || process.platform === 'win32')
    if (isFine) syncFolderSync(folder)
    else if (process.platform !== 'win32') expect(() => syncFolderSync(folder)).toThrow(code)
  }
})

test('whether a file is there is not answered where one may not look', () => {
  const folder = temporaryFolder()
  expect([isThere(folder), isThere(join(folder, 'nothing'))]).toEqual([true, false])
  disk.refuse = (name) => (name === 'statSync' ? 'EACCES' : null)
  expect(() => isThere(folder)).toThrow('EACCES')
})

test('codes tell a full disk from everything else', () => {
  for (const code of ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE']) {
    expect(isDiskFull(coded(code)), code).toBe(true)
  }
  for (const other of [coded('EACCES'), coded('SQLITE_IOERR'), new Error('full'), 'ENOSPC', null]) {
    expect(isDiskFull(other)).toBe(false)
  }
  expect(codeOf(Object.assign(new Error(), { code: 7 }))).toBeUndefined()
})

test('the free room of a disk is a number of bytes', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'inside'))
  expect(await freeBytes(join(folder, 'inside'))).toBeGreaterThan(0)
  expect(existsSync(folder)).toBe(true)
})
