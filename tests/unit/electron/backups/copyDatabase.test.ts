import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { describeBackup, makeReadable } from '../../../../electron/backups/backupContents'
import { backupFile } from '../../../../electron/backups/backupFiles'
import { isDamage } from '../../../../electron/store/database/checkDatabase'
import { schemaVersion, SCHEMA_VERSION } from '../../../../electron/store/database/migrate'
import { readOnly } from '../../../../electron/store/database/readOnly'
import { removeTakeRow, setTakeNotes } from '../../../../electron/store/takes/takes'
import { realThread } from '../background/realThread'
import { disk } from '../disk/refusingDisk'
import { backUp, NOW_MS, recordTake, start, temporaryFolder, trialStoreIn } from '../store/fixture'

vi.mock('node:fs', async (original) => {
  const { refusing } = await import('../disk/refusingDisk')
  return refusing(await original())
})

const MARKER = 'zanzibarmarker'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

function openReadOnly(file: string): BetterSqlite3.Database {
  const db = new BetterSqlite3(file, { readonly: true })
  onTestFinished(() => {
    db.close()
  })
  return db
}

test('a backup has everything that is committed, in one file of this schema', () => {
  const folder = temporaryFolder()
  const db = trialStoreIn(folder)
  recordTake(db, start(db).id, 'trial/alpha', 'Slower at the start')
  const path = backUp(folder)
  expect(readdirSync(dataFolderAt(folder).backups)).toHaveLength(1)
  const copy = openReadOnly(path)
  expect(schemaVersion(copy)).toBe(SCHEMA_VERSION)
  for (const table of ['packs', 'questions', 'sessions', 'session_questions', 'takes']) {
    const rows = (from: BetterSqlite3.Database) => from.prepare(`SELECT * FROM ${table}`).all()
    expect(rows(copy), table).toEqual(rows(db))
  }
  const found = "SELECT count(*) FROM note_search WHERE note_search MATCH 'slower'"
  expect(copy.prepare(found).pluck().get()).toBe(1)
  expect(describeBackup(backupFile(...split(path))!)).toMatchObject({
    state: 'good',
    madeAtMs: NOW_MS,
    reason: 'daily',
    sessionCount: 1,
    takeCount: 1,
  })
})

function split(path: string): [string, string] {
  const at = path.lastIndexOf('backups') + 'backups'.length
  return [path.slice(0, at), path.slice(at + 1)]
}

test('only its owner can read its folder', () => {
  const folder = temporaryFolder()
  trialStoreIn(folder)
  backUp(folder)
  if (process.platform !== 'win32') {
    expect(statSync(dataFolderAt(folder).backups).mode & 0o777).toBe(0o700)
  }
})

test('nothing that was deleted or overwritten is copied', () => {
  const folder = temporaryFolder()
  const db = trialStoreIn(folder)
  const { id: sessionId } = start(db)
  const long = `${'Slower at the start. '.repeat(400)} ${MARKER}`
  const [gone, changed] = [1, 2].map(() => recordTake(db, sessionId, 'trial/alpha', long))
  removeTakeRow(db, gone!.id)
  setTakeNotes(db, { takeId: changed!.id, notes: 'Something else' })
  const bytes = readFileSync(backUp(folder))
  expect(bytes.includes(MARKER.slice(1, -1))).toBe(false)
  expect(bytes.includes('Something else')).toBe(true)
})

test('a backup that is made while a change is under way does not have half of it', () => {
  const folder = temporaryFolder()
  const db = trialStoreIn(folder)
  const take = recordTake(db, start(db).id, 'trial/alpha', 'before')
  db.exec('BEGIN IMMEDIATE')
  setTakeNotes(db, { takeId: take.id, notes: 'after' })
  const copy = openReadOnly(backUp(folder))
  db.exec('COMMIT')
  expect(copy.prepare('SELECT notes FROM takes').pluck().all()).toEqual(['before'])
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('backups made by the thread while main writes on are whole, each at one moment', async () => {
  const folder = temporaryFolder()
  const db = trialStoreIn(folder)
  const { id: sessionId } = start(db)
  const pairs = db.transaction((text: string) => {
    for (const question of ['trial/alpha', 'trial/beta']) recordTake(db, sessionId, question, text)
  })
  const thread = realThread()
  const progress = { isMaking: true }
  const making = (async () => {
    for (let count = 0; count < 4; count += 1) {
      await thread.run('makeBackup', {
        databaseFile: dataFolderAt(folder).database,
        folder: dataFolderAt(folder).backups,
        reason: 'by-hand',
        madeAtMs: NOW_MS + count,
      })
    }
    progress.isMaking = false
  })()
  for (let count = 0; progress.isMaking; count += 1) {
    pairs(`Pair ${String(count)} ${'and more words '.repeat(50)}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await making
  const counts = readdirSync(dataFolderAt(folder).backups).map((name) => {
    const copy = openReadOnly(join(dataFolderAt(folder).backups, name))
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    return copy.prepare<[], number>('SELECT count(*) FROM takes GROUP BY question_id').pluck().all()
  })
  expect(counts).toHaveLength(4)
  for (const [alpha, beta] of counts) expect(alpha).toBe(beta)
}, 30_000)

test.each([
  ['its folder cannot be made', 'mkdirSync', 'EACCES'],
  ['it cannot be given its name', 'renameSync', 'EACCES'],
  ['the disk cannot be read', 'openSync', 'EROFS'],
])('when %s, that is said soon, and no half of it is left', (_, call, code) => {
  const folder = temporaryFolder()
  trialStoreIn(folder)
  disk.refuse = (name, path) => (name === call && path.includes('backups') ? code : null)
  const beganAtMs = performance.now()
  expect(() => backUp(folder)).toThrow(expect.objectContaining({ code }))
  expect(performance.now() - beganAtMs).toBeLessThan(3000)
  const left = existsSync(dataFolderAt(folder).backups)
    ? readdirSync(dataFolderAt(folder).backups)
    : []
  expect(left).toEqual([])
})

test('a name that is refused for a moment is given a moment later', () => {
  const folder = temporaryFolder()
  trialStoreIn(folder)
  let refusals = 3
  disk.refuse = (name) => (name === 'renameSync' && refusals-- > 0 ? 'EBUSY' : null)
  expect(existsSync(backUp(folder))).toBe(true)
})

test('that a copy is damaged does not mean that the database is', () => {
  const folder = temporaryFolder()
  trialStoreIn(folder)
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its own `this` below
  const pragma = BetterSqlite3.prototype.pragma as (...args: unknown[]) => unknown
  const spy = vi.spyOn(BetterSqlite3.prototype, 'pragma').mockImplementation(function (
    this: unknown,
    ...args: unknown[]
  ) {
    return String(args[0]).startsWith('quick_check') ? 'row 1 missing' : pragma.call(this, ...args)
  })
  onTestFinished(() => spy.mockRestore())
  const failure = (() => {
    try {
      return backUp(folder)
    } catch (error) {
      return error
    }
  })()
  expect(failure).toBeInstanceOf(Error)
  expect(isDamage(failure)).toBe(false)
  expect(readdirSync(dataFolderAt(folder).backups)).toEqual([])
})

test('reading a backup leaves no trace beside it', () => {
  const folder = temporaryFolder()
  trialStoreIn(folder)
  const path = backUp(folder)
  const before = readFileSync(path)
  expect(makeReadable(backupFile(...split(path))!)).toBe(path)
  readOnly(path, (db) => db.prepare('SELECT * FROM takes').all())
  expect(readdirSync(dataFolderAt(folder).backups)).toHaveLength(1)
  expect(readFileSync(path).equals(before)).toBe(true)
})
