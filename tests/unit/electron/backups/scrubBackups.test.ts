import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { Backups } from '../../../../electron/backups/backups'
import type { Database } from '../../../../electron/store/database/database'
import { removeSessionRow, setSessionDeleted } from '../../../../electron/store/sessions/sessions'
import { removeTakeRow } from '../../../../electron/store/takes/takes'
import { spoilPage } from '../../../helpers/library'
import { directThread } from '../background/directThread'
import { healthy } from '../takes/fixture'
import {
  backUp,
  execOn,
  NOW_MS,
  recordTake,
  start,
  temporaryFolder,
  trialStoreIn,
} from '../store/fixture'
import { asOlderSchema } from '../store/database/olderSchema'

const MARKER = 'zanzibarmarker'
const DAY_MS = 24 * 3_600_000

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** A data folder with a take to delete and one to keep, and backups that know both. */
function library() {
  const folder = temporaryFolder()
  const db = trialStoreIn(folder)
  const { id: sessionId } = start(db)
  const gone = recordTake(db, sessionId, 'trial/alpha', `Said ${MARKER} twice`)
  const kept = recordTake(db, sessionId, 'trial/alpha', 'Keep these words')
  const backups = [1, 2, 3].map((day) => backUp(folder, NOW_MS - day * DAY_MS))
  const tools = {
    db,
    dataFolder: dataFolderAt(folder),
    thread: directThread(),
    soundOf: () => null,
    records: { forgetQuestion: () => true },
  }
  const keeper = new Backups({ ...tools, health: healthy() })
  const scrub = () => keeper.scrub()
  const folders = { folder: dataFolderAt(folder).backups, dataFolder: folder }
  return { ...folders, db, sessionId, gone, kept, backups, scrub }
}

function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text))
}

/** Nobody can be copying the files any more that were written until now. */
function minutesLater(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * 60_000 })
  onTestFinished(() => void vi.useRealTimers())
}

/** A copy of it that SQLite has left in an empty part of a page. */
function leaveRemnant(file: string, text: string): void {
  const db = new BetterSqlite3(file)
  db.pragma('secure_delete = OFF')
  db.exec('CREATE TABLE moved (text TEXT)')
  db.prepare('INSERT INTO moved VALUES (?)').run(text)
  db.exec('DELETE FROM moved')
  db.close()
}

test('what SQLite has left of it in the empty parts of pages goes too', async () => {
  const { folder, db, gone, backups, scrub } = library()
  const [file] = backups
  leaveRemnant(file!, `${gone.id} said ${MARKER}`)
  removeTakeRow(db, gone.id)
  await scrub()
  expect([...filesWith(folder, gone.id), ...filesWith(folder, MARKER)]).toEqual([])
})

function idsIn(file: string): unknown[] {
  const db = new BetterSqlite3(file, { readonly: true })
  try {
    return db.prepare('SELECT id FROM takes ORDER BY id').pluck().all()
  } finally {
    db.close()
  }
}

function tombstones(db: Database): unknown[] {
  return db.prepare('SELECT id FROM tombstones').pluck().all()
}

test('what was deleted for good is in no backup any more, by no word', async () => {
  const { folder, db, gone, kept, backups, scrub } = library()
  expect(filesWith(folder, MARKER.slice(1, -1))).toHaveLength(3)
  removeTakeRow(db, gone.id)
  await scrub()
  expect(filesWith(folder, MARKER.slice(1, -1))).toEqual([])
  expect(filesWith(folder, gone.id)).toEqual([])
  for (const backup of backups) expect(idsIn(backup)).toEqual([kept.id])
  expect(filesWith(folder, 'Keep these words')).toHaveLength(3)
  expect(tombstones(db)).toEqual([])
})

test('a deleted session goes from the backups with its takes', async () => {
  const { folder, db, sessionId, backups, scrub } = library()
  setSessionDeleted(db, { sessionId, deletedAtMs: NOW_MS })
  removeSessionRow(db, sessionId)
  await scrub()
  expect(filesWith(folder, sessionId)).toEqual([])
  expect(filesWith(folder, MARKER.slice(1, -1))).toEqual([])
  for (const backup of backups) expect(idsIn(backup)).toEqual([])
})

test('a backup that knows nothing of it is not written to', async () => {
  const { folder, dataFolder, db, scrub } = library()
  const later = recordTake(db, start(db).id)
  const before = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  removeTakeRow(db, later.id)
  await scrub()
  const after = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  expect(after.every((bytes, index) => bytes.equals(before[index]!))).toBe(true)
  expect(existsSync(dataFolderAt(dataFolder).database)).toBe(true)
})

test('one of the first schema is cleaned too', async () => {
  const { db, gone, kept, backups, scrub } = library()
  const [old] = backups as [string]
  asOlderSchema(old, 1)
  removeTakeRow(db, gone.id)
  await scrub()
  expect(idsIn(old)).toEqual([kept.id])
})

test('a damaged one goes as a whole, and the others are cleaned', async () => {
  const { folder, db, gone, backups, scrub } = library()
  const [damaged, ...good] = backups as [string, string, string]
  spoilPage(damaged)
  writeFileSync(`${damaged}-journal`, MARKER)
  removeTakeRow(db, gone.id)
  minutesLater()
  await scrub()
  expect(
    readdirSync(folder)
      .map((name) => join(folder, name))
      .toSorted(),
  ).toEqual(good.toSorted())
  expect(filesWith(folder, MARKER.slice(1, -1))).toEqual([])
  expect(tombstones(db)).toEqual([])
})

test('one of a newer Soundcheck is left as it is, and remembered for that one', async () => {
  const { db, gone, backups, scrub } = library()
  const [newer, ...others] = backups as [string, string, string]
  execOn(newer, 'PRAGMA user_version = 99')
  const before = readFileSync(newer)
  removeTakeRow(db, gone.id)
  await expect(scrub()).rejects.toMatchObject({ code: 'DATA_NEWER' })
  expect(readFileSync(newer).equals(before)).toBe(true)
  for (const backup of others) expect(idsIn(backup)).not.toContain(gone.id)
  expect(tombstones(db)).toEqual([gone.id])
})

test('what somebody has put there and is none of ours stays', async () => {
  const { folder, db, gone, scrub } = library()
  execOn(join(folder, 'recipes.db'), 'CREATE TABLE recipes (name); INSERT INTO recipes VALUES (1)')
  mkdirSync(join(folder, 'folder.db'))
  removeTakeRow(db, gone.id)
  await scrub()
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['recipes.db', 'folder.db']))
  expect(tombstones(db)).toEqual([])
})

test('what is locked is tried again; the others have their turn at once', async () => {
  const { db, gone, kept, backups, scrub } = library()
  const locked = new BetterSqlite3(backups[0])
  onTestFinished(() => {
    locked.close()
  })
  locked.exec('BEGIN EXCLUSIVE')
  removeTakeRow(db, gone.id)
  await expect(scrub()).rejects.toThrow(/locked/)
  for (const backup of backups.slice(1)) expect(idsIn(backup)).toEqual([kept.id])
  expect(tombstones(db)).toEqual([gone.id])

  locked.exec('ROLLBACK')
  await scrub()
  expect(idsIn(backups[0]!)).toEqual([kept.id])
  expect(tombstones(db)).toEqual([])
})

test('one that a kill left half cleaned is cleaned whole', async () => {
  const { db, gone, kept, backups, scrub } = library()
  const [half] = backups as [string]
  const before = readFileSync(half)
  const writing = new BetterSqlite3(half)
  writing.pragma('cache_spill = 1')
  writing.pragma('cache_size = 1')
  writing.exec('BEGIN; DELETE FROM takes')
  copyFileSync(`${half}-journal`, `${half}.kept`)
  const spilled = readFileSync(half)
  expect(spilled.equals(before)).toBe(false)
  writing.exec('ROLLBACK')
  writing.close()
  writeFileSync(half, spilled)
  copyFileSync(`${half}.kept`, `${half}-journal`)

  removeTakeRow(db, gone.id)
  await scrub()
  expect(idsIn(half)).toEqual([kept.id])
  expect(existsSync(`${half}-journal`)).toBe(false)
})

test('one that somebody is just copying there is not removed and not written to', async () => {
  const { folder, db, gone, kept, backups, scrub } = library()
  const whole = readFileSync(backups[0]!)
  const copy = join(folder, 'from-usb-stick.db')
  // As some systems copy: as long as the whole from the beginning, and empty from there on.
  const half = Buffer.concat([whole.subarray(0, 20_480), Buffer.alloc(whole.length - 20_480)])
  for (const bytes of [half, whole.subarray(0, 20_480)]) {
    writeFileSync(copy, bytes)
    removeTakeRow(db, gone.id)
    await expect(scrub()).rejects.toThrow()
    expect(readFileSync(copy).equals(bytes)).toBe(true)
    expect(tombstones(db)).toEqual([gone.id])
  }
  writeFileSync(copy, whole)
  await scrub()
  expect(idsIn(copy)).toEqual([kept.id])
  expect(filesWith(folder, MARKER.slice(1, -1))).toEqual([])
})
