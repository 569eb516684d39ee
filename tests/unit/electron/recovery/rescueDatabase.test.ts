import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { closeDatabase, type Database } from '../../../../electron/store/database/database'
import { openOrRescue, type Opened } from '../../../../electron/recovery/rescueDatabase'
import { setTakeNotes } from '../../../../electron/store/takes/takes'
import { placeOfTable, spoilPage } from '../../../helpers/library'
import {
  backUp,
  execOn,
  NOTHING_RECORDED,
  NOTHING_SINCE,
  NOW_MS,
  recordTake,
  start,
  temporaryFolder,
  trialStoreIn,
} from '../store/fixture'

const HOUR_MS = 3_600_000

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** A data folder with a take, a backup from an hour ago, and words that are newer. */
function damageable(): { folder: string; file: string } {
  const folder = temporaryFolder()
  const db = trialStoreIn(folder)
  const take = recordTake(db, start(db).id, 'trial/alpha', 'in the backup')
  backUp(folder, NOW_MS - HOUR_MS)
  setTakeNotes(db, { takeId: take.id, notes: 'newer' })
  closeDatabase(db)
  return { folder, file: dataFolderAt(folder).database }
}

function open(folder: string, changes: { hasRecordings?: boolean } = {}): Opened {
  const opened = openOrRescue(dataFolderAt(folder), {
    hasRecordings: true,
    nowMs: NOW_MS,
    recorded: () => NOTHING_RECORDED,
    catchUp: () => NOTHING_SINCE,
    firstUse: () => {},
    ...changes,
  })
  onTestFinished(() => closeDatabase(opened.db))
  return opened
}

function notes(db: Database): unknown[] {
  return db.prepare('SELECT notes FROM takes').pluck().all()
}

test('a sound database is opened as it is, and nothing is left beside it', () => {
  const { folder, file } = damageable()
  writeFileSync(`${file}.new`, 'a kill has left this')
  const opened = open(folder)
  expect(opened.kind).toBe('sound')
  expect(notes(opened.db)).toEqual(['newer'])
  closeDatabase(opened.db)
  expect(readdirSync(folder).toSorted()).toEqual(['backups', 'soundcheck.db'])
})

const DAMAGE: [string, 'damaged' | 'empty' | 'missing', (file: string) => void][] = [
  ['noise in its place', 'damaged', (file) => writeFileSync(file, Buffer.alloc(9000, 0xa5))],
  ['a header of ones', 'damaged', (file) => spoilPage(file)],
  ['a spoiled table', 'damaged', (file) => spoilPage(file, placeOfTable(file, 'takes'))],
  ['cut in half', 'damaged', (file) => truncateSync(file, statSync(file).size / 2)],
  ['a table gone', 'damaged', (file) => execOn(file, 'DROP TABLE takes')],
  ['an older one without its tables', 'damaged', (file) => oldAndBare(file)],
  ['0 bytes', 'empty', (file) => truncateSync(file, 0)],
  ['another, empty database', 'empty', (file) => oldAndBare(file, 0)],
  ['a version below any', 'empty', (file) => execOn(file, 'PRAGMA user_version = -3')],
  ['no file', 'missing', (file) => rmSync(file)],
]

function oldAndBare(file: string, version = 1): void {
  rmSync(file)
  execOn(file, `CREATE TABLE something (id); PRAGMA user_version = ${String(version)}`)
}

test.each(DAMAGE)('%s: the newest backup takes its place', (_, found, harm) => {
  const { folder, file } = damageable()
  harm(file)
  const opened = open(folder)
  expect(opened).toMatchObject({
    kind: 'rescued',
    rescue: { found, backupAtMs: NOW_MS - HOUR_MS },
  })
  expect(notes(opened.db)).toEqual(['in the backup'])
  closeDatabase(opened.db)
  expect(open(folder).kind).toBe('sound')
})

test('without recordings and backups, an empty database and none are no loss', () => {
  const folder = temporaryFolder()
  const opened = open(folder, { hasRecordings: false })
  expect(opened.kind).toBe('sound')
  closeDatabase(opened.db)
  truncateSync(dataFolderAt(folder).database, 0)
  expect(open(folder, { hasRecordings: false }).kind).toBe('sound')
})

test('with recordings alone it is a loss: a new database is made', () => {
  const folder = temporaryFolder()
  expect(open(folder)).toMatchObject({
    kind: 'rescued',
    rescue: { found: 'missing', movedTo: null, backupAtMs: null },
  })
})

test('the damaged one is moved aside, not removed', () => {
  const { folder, file } = damageable()
  const noise = Buffer.alloc(9000, 0xa5)
  writeFileSync(file, noise)
  const aside = asideOf(folder, open(folder))
  expect(readFileSync(join(aside, 'soundcheck.db')).equals(noise)).toBe(true)
})

test('the log of a database that is gone is moved aside too, and does not reach the new one', () => {
  const { folder, file } = damageable()
  leaveLog(file)
  rmSync(file)
  const log = readFileSync(`${file}-wal`)
  const opened = open(folder)
  const aside = asideOf(folder, opened)
  expect(readdirSync(aside).toSorted()).toEqual(['soundcheck.db-shm', 'soundcheck.db-wal'])
  expect(readFileSync(join(aside, 'soundcheck.db-wal')).equals(log)).toBe(true)
  expect(notes(opened.db)).toEqual(['in the backup'])
})

/** Leaves the files as a kill does: the newest commit is in the log alone. */
function leaveLog(file: string): void {
  const db = new BetterSqlite3(file)
  db.exec("UPDATE takes SET notes = 'in the log'")
  for (const ending of ['', '-wal', '-shm']) copyFileSync(file + ending, `${file}.kept${ending}`)
  db.close()
  for (const ending of ['', '-wal', '-shm']) renameSync(`${file}.kept${ending}`, file + ending)
}

function asideOf(folder: string, opened: Opened): string {
  if (opened.kind === 'sound' || opened.rescue.movedTo === null) throw new Error('Nothing moved')
  return join(folder, opened.rescue.movedTo)
}

test('when the newest backups are no good, an older one is taken', () => {
  const { folder, file } = damageable()
  const good = backUp(folder, NOW_MS - HOUR_MS / 2)
  const place = (name: string) => join(dataFolderAt(folder).backups, name)
  writeFileSync(place('2998-01-01T00-00-00.000Z.daily.db'), Buffer.alloc(9000, 7))
  copyFileSync(good, place('2997-01-01T00-00-00.000Z.daily.db'))
  execOn(place('2997-01-01T00-00-00.000Z.daily.db'), 'PRAGMA user_version = 99')
  mkdirSync(place('2996-01-01T00-00-00.000Z.daily.db'))
  truncateSync(file, 0)
  const opened = open(folder)
  expect(opened).toMatchObject({ rescue: { backupAtMs: NOW_MS - HOUR_MS / 2 } })
  expect(notes(opened.db)).toEqual(['newer'])
})

test('when every backup is bad, it begins anew', () => {
  const { folder, file } = damageable()
  for (const name of readdirSync(dataFolderAt(folder).backups))
    spoilPage(join(dataFolderAt(folder).backups, name))
  spoilPage(file)
  const opened = open(folder)
  expect(opened).toMatchObject({ kind: 'rescued', rescue: { backupAtMs: null } })
  expect(notes(opened.db)).toEqual([])
  expect(existsSync(`${file}.new`)).toBe(false)
})
