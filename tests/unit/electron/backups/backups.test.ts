import { changeLayer } from '../../../../electron/store/questions/questionLayer'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { Backups } from '../../../../electron/backups/backups'
import { backupName } from '../../../../electron/backups/backupFiles'
import { removeTakeRow } from '../../../../electron/store/takes/takes'
import { soundIn } from '../../../../electron/takes/soundOf'
import { placeOfTable, spoilPage } from '../../../helpers/library'
import { directThread } from '../background/directThread'
import { backUp, execOn, NOW_MS, start } from '../store/fixture'
import { healthy, storedTake, studioOnDisk } from '../takes/fixture'
import { eventually } from '../../../helpers/eventually'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MARKER = 'zanzibarmarker'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.useFakeTimers({ now: NOW_MS, toFake: ['setInterval', 'clearInterval', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Backups are made right here; each waits until it is let go. */
function threadThatWaits() {
  const gate = { isOpen: true, open: () => {} }
  const thread = directThread((name) =>
    gate.isOpen || name !== 'makeBackup'
      ? Promise.resolve()
      : new Promise<void>((resolve) => (gate.open = resolve)),
  )
  return { gate, thread }
}

function keeper(room = studioOnDisk()) {
  const { gate, thread } = threadThatWaits()
  const { db, dataFolder, files, records } = room
  const health = healthy()
  const backups = new Backups({
    db,
    dataFolder: dataFolderAt(dataFolder),
    thread,
    health,
    records,
    soundOf: soundIn(files),
  })
  return { room, gate, health, backups, folder: dataFolderAt(dataFolder).backups }
}

function names(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : []
}

/** Lets the promises of a backup that is being made come to their end. */
async function settle(backups: Backups): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await backups.settled()
    await new Promise((resolve) => setImmediate(resolve))
  }
}

test('a backup that was made is described', async () => {
  const { room, backups } = keeper()
  storedTake(room)
  const made = await backups.make('by-hand')
  expect(made).toMatchObject({ state: 'good', madeAtMs: NOW_MS, reason: 'by-hand', takeCount: 1 })
  expect(await backups.list()).toEqual([made])
})

test('the list says what cannot be restored, and why', async () => {
  const { backups, folder, room } = keeper()
  await backups.make('by-hand')
  execOn(backUp(room.dataFolder, NOW_MS - 1), 'PRAGMA user_version = 99')
  writeFileSync(join(folder, backupName(NOW_MS - 2, 'daily')), Buffer.alloc(9000, 7))
  writeFileSync(join(folder, backupName(NOW_MS - 3, 'daily')), '')
  expect((await backups.list()).map(({ state }) => state)).toEqual([
    'good',
    'newer',
    'damaged',
    'damaged',
  ])
})

test('one is made each day that there are takes, and never two of a day', async () => {
  const { room, backups, folder } = keeper()
  backups.keepDaily()
  await settle(backups)
  expect(names(folder)).toEqual([]) // there is nothing to lose yet
  storedTake(room)
  for (let hour = 1; hour <= 49; hour += 1) {
    vi.advanceTimersByTime(HOUR_MS)
    await settle(backups)
  }
  const made = [1, 25, 49].map((hour) => backupName(NOW_MS + hour * HOUR_MS, 'daily'))
  expect(names(folder)).toEqual(made)

  backups.dispose()
  vi.advanceTimersByTime(3 * DAY_MS)
  await settle(backups)
  expect(names(folder)).toEqual(made)
})

test('an outline alone is worth one', async () => {
  const { room, backups, folder } = keeper()
  changeLayer(room.db, { questionId: 'trial/alpha', layer: { outline: ['canal lock'] } })
  backups.keepDaily()
  await settle(backups)
  expect(names(folder)).toHaveLength(1)
})

test('at a start one is made only when the last one is a day old; those by hand do not count', async () => {
  const { room, backups, folder } = keeper()
  storedTake(room)
  backUp(room.dataFolder, NOW_MS - DAY_MS + 1)
  backUp(room.dataFolder, NOW_MS - HOUR_MS, 'by-hand')
  backups.keepDaily()
  await settle(backups)
  expect(names(folder)).toHaveLength(2)
  backups.dispose()
  vi.setSystemTime(NOW_MS + 1)
  const next = keeper(room).backups
  next.keepDaily()
  await settle(next)
  expect(names(folder)).toHaveLength(3)
  next.dispose()
})

test('none is begun any more once the app ends', async () => {
  const { room, backups, folder } = keeper()
  storedTake(room)
  backUp(room.dataFolder, NOW_MS - 2 * DAY_MS)
  removeTakeRow(room.db, storedTake(room).id) // is removed from the backups first
  backups.keepDaily()
  backups.dispose()
  await settle(backups)
  expect(names(folder)).toHaveLength(1)
})

test('after the clock was set back by a year one is made, not one each hour', async () => {
  const { room, backups, folder } = keeper()
  storedTake(room)
  backUp(room.dataFolder, NOW_MS + 365 * DAY_MS)
  backups.keepDaily()
  for (let hour = 0; hour < 20; hour += 1) {
    await settle(backups)
    vi.advanceTimersByTime(HOUR_MS)
  }
  expect(names(folder)).toHaveLength(2)
  backups.dispose()
})

test('a daily one that fails is tried again an hour later', async () => {
  const { room, backups, folder } = keeper()
  storedTake(room)
  writeFileSync(folder, 'a file where the folder should be')
  backups.keepDaily()
  await settle(backups)
  rmSync(folder)
  vi.advanceTimersByTime(HOUR_MS)
  await settle(backups)
  expect(names(folder)).toHaveLength(1)
  backups.dispose()
})

test('what is deleted while a backup is made is removed from it when it is there', async () => {
  const { room, gate, backups, folder } = keeper()
  const take = storedTake(room, { notes: MARKER })
  gate.isOpen = false
  const making = backups.make('by-hand')
  await eventually(() => expect(names(folder)).toHaveLength(1))
  removeTakeRow(room.db, take.id)
  const scrubbing = backups.scrub()
  expect(backups.isBusy).toBe(true)
  const holds = () => readFileSync(join(folder, names(folder)[0]!)).includes(MARKER)
  expect(holds()).toBe(true)
  expect(room.db.prepare('SELECT id FROM tombstones').pluck().all()).toEqual([take.id])

  gate.open()
  await Promise.all([making, scrubbing])
  expect(holds()).toBe(false)
  expect(backups.isBusy).toBe(false)
  expect(room.db.prepare('SELECT id FROM tombstones').pluck().all()).toEqual([])
})

test('a damaged database that lies aside stays until somebody deletes something', async () => {
  const { room, backups } = keeper()
  const aside = join(room.dataFolder, 'damaged', 'x')
  mkdirSync(aside, { recursive: true })
  const take = storedTake(room)
  for (let count = 0; count < 2; count += 1) start(room.db) // ends an empty one, which is forgotten
  await backups.scrub()
  expect(existsSync(aside)).toBe(true)
  removeTakeRow(room.db, take.id)
  await backups.scrub()
  expect(existsSync(aside)).toBe(false)
})

test('a backup is no failure because another one cannot be cleaned', async () => {
  const { room, backups, folder } = keeper()
  const locked = new BetterSqlite3(backUp(room.dataFolder, NOW_MS - 1))
  locked.exec('BEGIN EXCLUSIVE')
  removeTakeRow(room.db, storedTake(room).id)
  expect(await backups.make('by-hand')).toMatchObject({ state: 'good' })
  expect(names(folder)).toHaveLength(2)
  locked.close()
})

test('once the database is known to be damaged, no backup is made, thinned out or cleaned', async () => {
  const { room, health, backups, folder } = keeper()
  const take = storedTake(room, { notes: MARKER })
  const day = (count: number) => backUp(room.dataFolder, NOW_MS - count * DAY_MS)
  // Any thinning would remove some of them.
  for (let count = 2; count < 20; count += 1) day(count)
  backups.keepDaily()
  await settle(backups)
  const thinned = names(folder)
  for (let count = 2; count < 20; count += 1) day(count)
  const everything = names(folder)
  expect(everything.length).toBeGreaterThan(thinned.length)
  removeTakeRow(room.db, take.id)

  health.isDamaged = true
  for (let hour = 1; hour <= 49; hour += 1) {
    vi.advanceTimersByTime(HOUR_MS)
    await settle(backups)
  }
  const name = everything[0]!
  for (const refused of [backups.make('by-hand'), backups.preview(name), backups.restore(name)]) {
    await expect(refused).rejects.toMatchObject({ code: 'DATA_DAMAGED' })
  }
  expect(await backups.scrub()).toBe(false)
  expect(names(folder)).toEqual(everything)
  expect(room.db.prepare('SELECT id FROM tombstones').pluck().all()).toEqual([take.id])
  backups.dispose()
})

test('damage that is met while a backup is made is told of, and nothing is thinned out', async () => {
  const { room, backups, folder, health } = keeper()
  storedTake(room)
  for (let count = 2; count < 20; count += 1) backUp(room.dataFolder, NOW_MS - count * DAY_MS)
  const before = names(folder)
  room.db.pragma('wal_checkpoint(TRUNCATE)')
  spoilPage(
    dataFolderAt(room.dataFolder).database,
    placeOfTable(dataFolderAt(room.dataFolder).database, 'takes'),
  )
  const hear = vi.spyOn(health, 'hear')
  const damage = expect.objectContaining({ code: 'SQLITE_CORRUPT' }) as unknown
  for (const reason of ['daily', 'by-hand', 'before-restore'] as const) {
    await expect(backups.make(reason)).rejects.toMatchObject({ code: 'SQLITE_CORRUPT' })
    expect(hear).toHaveBeenLastCalledWith(damage, { isSeen: reason !== 'daily' })
  }
  expect(names(folder)).toEqual(before)
})
