import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { Reserve } from '../../../../electron/disk/reserve'
import { disk } from './refusingDisk'
import { temporaryFolder } from '../store/fixture'

const free = vi.hoisted(() => ({ bytes: Infinity }))

vi.mock('node:fs', async (original) => {
  const { refusing } = await import('./refusingDisk')
  return refusing(await original())
})
vi.mock('node:fs/promises', async (original) => {
  const { refusing } = await import('./refusingDisk')
  const statfs = () => Promise.resolve({ bavail: free.bytes, bsize: 1 })
  return { ...refusing(await original()), statfs }
})

const RESERVE_BYTES = 512 * 1024
const TRY_AGAIN_AFTER_MS = 30_000
const FULL = Object.assign(new Error('no space left'), { code: 'ENOSPC' })

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  free.bytes = Infinity
})
afterEach(() => {
  vi.useRealTimers()
})

function reserveIn(folder = temporaryFolder()): { reserve: Reserve; file: string } {
  const reserve = new Reserve(dataFolderAt(folder))
  onTestFinished(() => reserve.dispose())
  return { reserve, file: join(folder, 'reserve') }
}

/** Fails as long as the reserve takes up the room. */
const needsRoom = (file: string) => {
  if (existsSync(file)) throw FULL
  return 'done'
}

/** The moment at which it tries again, and a while for the disk. */
async function later(isThere = NEVER): Promise<void> {
  vi.advanceTimersByTime(TRY_AGAIN_AFTER_MS)
  const untilMs = performance.now() + (isThere === NEVER ? 100 : 4000)
  while (!isThere() && performance.now() < untilMs) await wait(5)
}

const NEVER = (): boolean => false

const isFilled = (file: string) => () =>
  statSync(file, { throwIfNoEntry: false })?.size === RESERVE_BYTES

test('room is set aside once', async () => {
  const { reserve, file } = reserveIn()
  await reserve.fill()
  expect(statSync(file).size).toBe(RESERVE_BYTES)
  const { mtimeMs } = statSync(file)
  await reserve.fill()
  expect(statSync(file).mtimeMs).toBe(mtimeMs)
  writeFileSync(file, 'a kill has left half of it')
  await reserve.fill()
  expect(statSync(file).size).toBe(RESERVE_BYTES)
})

test('work that finds the disk full gets the room, and it is set aside again later', async () => {
  const { reserve, file } = reserveIn()
  await reserve.fill()
  expect(await reserve.spend(() => needsRoom(file))).toBe('done')
  expect(existsSync(file)).toBe(false)
  free.bytes = 0
  await later()
  expect(existsSync(file)).toBe(false)
  free.bytes = Infinity
  await later(isFilled(file))
  expect(isFilled(file)()).toBe(true)
})

test('work that fails by a promise gets it too; SQLite has its own word for a full disk', async () => {
  const { reserve, file } = reserveIn()
  await reserve.fill()
  const work = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(Object.assign(new Error(), { code: 'SQLITE_FULL' }))
    .mockResolvedValueOnce('done')
  expect(await reserve.spend(work)).toBe('done')
  expect(existsSync(file)).toBe(false)
})

test('it is given up once, and only for a full disk', async () => {
  const { reserve, file } = reserveIn()
  await reserve.fill()
  const refused = Object.assign(new Error(), { code: 'EACCES' })
  await expect(reserve.spend(() => Promise.reject(refused))).rejects.toBe(refused)
  expect(existsSync(file)).toBe(true)
  const work = vi.fn(() => Promise.reject(FULL))
  await expect(reserve.spend(work)).rejects.toBe(FULL)
  expect(work).toHaveBeenCalledTimes(2)
  await expect(reserve.spend(work)).rejects.toBe(FULL)
  expect(work).toHaveBeenCalledTimes(3) // there is nothing left to give up
})

test('on a nearly full disk nothing is set aside', async () => {
  const { reserve, file } = reserveIn()
  free.bytes = 15 * RESERVE_BYTES
  await reserve.fill()
  expect(existsSync(file)).toBe(false)
})

test('room that did not fit leaves no half of it, and is set aside later', async () => {
  const { reserve, file } = reserveIn()
  disk.refuse = (call) => (call === 'writeFile' ? 'ENOSPC' : null)
  await reserve.fill()
  expect(existsSync(file)).toBe(false)
  disk.refuse = () => null
  await later(isFilled(file))
  expect(isFilled(file)()).toBe(true)
})

test.each(['writeFile', 'statSync', 'rmSync'])(
  'a disk that refuses (%s) is no reason to fail',
  async (call) => {
    const { reserve, file } = reserveIn()
    if (call === 'rmSync') await reserve.fill()
    disk.refuse = (name) => (name === call ? 'EACCES' : null)
    await reserve.fill()
    // What went wrong is still that the disk is full.
    await expect(reserve.spend(() => Promise.reject(FULL))).rejects.toBe(FULL)
    expect(existsSync(file)).toBe(call === 'rmSync')
  },
)
