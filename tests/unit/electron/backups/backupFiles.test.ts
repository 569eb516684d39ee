import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import {
  backupFile,
  backupName,
  draftOf,
  listBackupFiles,
} from '../../../../electron/backups/backupFiles'
import { removeLeftovers, thinOut } from '../../../../electron/backups/removeBackups'
import { BackupNameSchema, type BackupReason } from '../../../../shared/backup'
import { backUp, NOW_MS, recordTake, start, temporaryFolder, trialStoreIn } from '../store/fixture'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

function put(folder: string, madeAtMs: number, reason: BackupReason = 'daily'): string {
  const name = backupName(madeAtMs, reason)
  writeFileSync(join(folder, name), 'x')
  return name
}

/** How many days ago the backups were made that are left, youngest first. */
function daysLeft(folder: string, nowMs: number): number[] {
  return listBackupFiles(folder).map(({ madeAtMs }) => Math.round((nowMs - madeAtMs) / DAY_MS))
}

test('a name says when and why, and is one that the contract allows', () => {
  const name = backupName(Date.UTC(2026, 0, 15, 9, 5, 3, 7), 'before-update')
  expect(name).toBe('2026-01-15T09-05-03.007Z.before-update.db')
  expect(BackupNameSchema.parse(name)).toBe(name)
  const folder = temporaryFolder()
  writeFileSync(join(folder, name), 'abc')
  expect(backupFile(folder, name)).toEqual({
    name,
    path: join(folder, name),
    madeAtMs: Date.UTC(2026, 0, 15, 9, 5, 3, 7),
    reason: 'before-update',
    sizeBytes: 3,
  })
})

test('the list has the newest first, and only files that can be backups', () => {
  const folder = temporaryFolder()
  const [older, newer] = [put(folder, NOW_MS), put(folder, NOW_MS + 1, 'by-hand')]
  writeFileSync(join(folder, 'mine.db'), '')
  utimesSync(join(folder, 'mine.db'), NOW_MS / 1000 - 60, NOW_MS / 1000 - 60)
  for (const name of ['.hidden.db', 'x.db.new', 'x.db-journal', 'notes.txt']) {
    writeFileSync(join(folder, name), 'x')
  }
  mkdirSync(join(folder, 'folder.db'))
  if (process.platform !== 'win32') symlinkSync('nowhere', join(folder, 'link.db'))
  expect(listBackupFiles(folder).map(({ name }) => name)).toEqual([newer, older, 'mine.db'])
  expect(listBackupFiles(folder).at(-1)).toMatchObject({
    reason: 'by-hand',
    madeAtMs: NOW_MS - 60_000,
  })
})

test('there are none where there is no folder, and none under a name that there is not', () => {
  expect(listBackupFiles(join(temporaryFolder(), 'backups'))).toEqual([])
  expect(backupFile(temporaryFolder(), 'nothing.db')).toBeNull()
})

test('over 60 days the last 7 stay, and the last one of each of 4 weeks', () => {
  const folder = temporaryFolder()
  for (let day = 0; day < 60; day += 1) {
    const nowMs = NOW_MS + day * DAY_MS
    // Several times a day too: the newest of a day is what stays of it.
    for (const hour of [0, 1, 2]) thinOut(folder, put(folder, nowMs + hour * HOUR_MS))
  }
  const lastMs = NOW_MS + 59 * DAY_MS + 2 * HOUR_MS
  // The last day is a Sunday, as are those a week and two and three weeks before it.
  expect(new Date(lastMs).getUTCDay()).toBe(0)
  expect(daysLeft(folder, lastMs)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 14, 21])
  expect(listBackupFiles(folder).every(({ name }) => name.includes('T14-'))).toBe(true)
})

test('days on which nothing was made do not count', () => {
  const folder = temporaryFolder()
  const days = [0, 3, 20, 40, 41, 80, 90, 100, 140, 200, 300]
  for (const day of days.toReversed()) thinOut(folder, put(folder, NOW_MS - day * DAY_MS))
  expect(daysLeft(folder, NOW_MS)).toEqual(days.slice(0, 7))
})

test('of each other kind the newest few stay, whatever there is of the others', () => {
  const folder = temporaryFolder()
  for (let index = 0; index < 25; index += 1) {
    for (const reason of ['by-hand', 'before-update', 'before-restore'] as const) {
      put(folder, NOW_MS + index * HOUR_MS, reason)
    }
  }
  thinOut(folder, put(folder, NOW_MS - 100 * DAY_MS))
  const ages = (kind: BackupReason) =>
    listBackupFiles(folder)
      .filter(({ reason }) => reason === kind)
      .map(({ madeAtMs }) => (madeAtMs - NOW_MS) / HOUR_MS)
  expect(ages('by-hand')).toEqual(Array.from({ length: 20 }, (_, index) => 24 - index))
  expect(ages('before-update')).toEqual([24, 23, 22])
  expect(ages('before-restore')).toEqual([24, 23, 22])
  expect(ages('daily')).toHaveLength(1)
})

test.each(['daily', 'by-hand', 'before-restore'] as const)(
  'after the clock was set back, the %s one that was just made is not the one to go',
  (reason) => {
    const folder = temporaryFolder()
    for (let index = 0; index < 30; index += 1) put(folder, NOW_MS + index * DAY_MS, reason)
    const made = put(folder, NOW_MS - 90 * DAY_MS, reason)
    thinOut(folder, made)
    expect(readdirSync(folder)).toContain(made)
  },
)

test('what somebody has put there under another name is theirs to remove', () => {
  const folder = temporaryFolder()
  const names = Array.from({ length: 30 }, (_, index) => `copy-${String(index)}.db`)
  for (const name of names) writeFileSync(join(folder, name), 'x')
  thinOut(folder, put(folder, NOW_MS))
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(names))
})

test('a backup that cannot be restored takes no place from a good one of its day', () => {
  const dataFolder = temporaryFolder()
  trialStoreIn(dataFolder)
  const folder = dataFolderAt(dataFolder).backups
  const good = basename(backUp(dataFolder, NOW_MS))
  // As Soundcheck 0.1.0 made it of a copy that it had removed itself.
  const empty = backupName(NOW_MS + HOUR_MS, 'daily')
  writeFileSync(join(folder, empty), '')
  thinOut(folder, empty)
  expect(readdirSync(folder).toSorted()).toEqual([good, empty])
  for (let hour = 2; hour < 30; hour += 1) {
    writeFileSync(join(folder, backupName(NOW_MS + hour * HOUR_MS, 'by-hand')), '')
  }
  const byHand = basename(backUp(dataFolder, NOW_MS - 90 * DAY_MS, 'by-hand'))
  thinOut(folder, backupName(NOW_MS + 29 * HOUR_MS, 'by-hand'))
  expect(readdirSync(folder)).toEqual(expect.arrayContaining([good, byHand]))
})

test('what a kill left is removed, and nothing else', () => {
  const folder = temporaryFolder()
  const good = put(folder, NOW_MS)
  const own = ['my.db.new.db', 'my.db.new', 'notes.db.reading', '.making-of.txt', `${good}.newer`]
  for (const name of ['mine.db', ...own]) writeFileSync(join(folder, name), 'x')
  const left = [
    basename(draftOf(join(folder, good), 'making')),
    basename(draftOf(join(folder, 'mine.db'), 'reading')),
    // As Soundcheck 0.1.0 named them.
    `${good}.new`,
    `${good}.reading`,
    'mine.db.reading',
  ]
  for (const name of left) {
    for (const ending of ['', '-journal', '-wal', '-shm']) {
      writeFileSync(join(folder, name + ending), 'x')
    }
  }
  writeFileSync(join(folder, `${good}-journal`), 'to be rolled back')
  removeLeftovers(folder)
  const stays = [good, `${good}-journal`, 'mine.db', ...own]
  expect(readdirSync(folder).toSorted()).toEqual(stays.toSorted())
  removeLeftovers(join(folder, 'nowhere'))
})

test('backups that a wrong clock has dated next year push out none that is newer', () => {
  const dataFolder = temporaryFolder()
  const db = trialStoreIn(dataFolder)
  const folder = dataFolderAt(dataFolder).backups
  const { id: sessionId } = start(db)
  const make = (madeAtMs: number): string => {
    recordTake(db, sessionId)
    const name = basename(backUp(dataFolder, madeAtMs))
    thinOut(folder, name)
    return name
  }
  for (let day = 0; day < 9; day += 1) make(NOW_MS + (365 + day) * DAY_MS)
  const made = [0, 1, 2, 3, 4, 5, 6].map((day) => make(NOW_MS + day * DAY_MS))
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(made))
})
