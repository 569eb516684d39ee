import { chmodSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import {
  checkpoint,
  closeDatabase,
  openDatabase,
} from '../../../../../electron/store/database/database'
import { schemaVersion, SCHEMA_VERSION } from '../../../../../electron/store/database/migrate'
import { savePack } from '../../../../../electron/store/questions/packs'
import { removeSessionRow } from '../../../../../electron/store/sessions/sessions'
import { removeTakeRow, setTakeNotes } from '../../../../../electron/store/takes/takes'
import { AppError } from '../../../../../shared/errors'
import { packOf, packQuestion, recordTake, start, temporaryFolder } from '../fixture'

const newFile = () => join(temporaryFolder(), 'soundcheck.db')

test('a new database has the newest schema and the safe settings', () => {
  const db = openDatabase(newFile())
  onTestFinished(() => closeDatabase(db))
  const pragma = (name: string) => db.pragma(name, { simple: true })

  expect(schemaVersion(db)).toBe(SCHEMA_VERSION)
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  expect(pragma('foreign_keys')).toBe(1)
  expect(pragma('secure_delete')).toBe(1)
  expect(pragma('temp_store')).toBe(2)
  expect(pragma('busy_timeout')).toBeGreaterThan(0)
})

test('only its owner can read the files', () => {
  const file = newFile()
  const db = openDatabase(file)
  onTestFinished(() => closeDatabase(db))
  for (const suffix of ['', '-wal', '-shm']) {
    expect(statSync(file + suffix).mode & 0o777, suffix).toBe(
      process.platform === 'win32' ? 0o666 : 0o600,
    )
  }
})

test('closing leaves one file with everything in it, and can be done twice', () => {
  const file = newFile()
  const db = openDatabase(file)
  savePack(db, packOf([packQuestion('alpha')]))
  closeDatabase(db)
  closeDatabase(db)
  expect(readdirSync(join(file, '..'))).toEqual(['soundcheck.db'])

  const again = openDatabase(file)
  onTestFinished(() => closeDatabase(again))
  expect(again.prepare('SELECT id FROM questions').pluck().all()).toEqual(['trial/alpha'])
})

test.each([
  ['closed properly', false],
  ['killed, with its newest pages in the write-ahead log', true],
])('a database from a newer Soundcheck is refused and not changed: %s', (_, killed) => {
  const file = newFile()
  closeDatabase(openDatabase(file))
  const newer = new BetterSqlite3(file)
  onTestFinished(() => {
    newer.close()
  })
  newer.pragma('user_version = 99')
  const copy = newFile()
  if (killed) {
    writeFileSync(copy, readFileSync(file))
    writeFileSync(`${copy}-wal`, readFileSync(`${file}-wal`))
  } else {
    newer.close()
    writeFileSync(copy, readFileSync(file))
  }
  const before = readFileSync(copy)

  const opening = () => openDatabase(copy)
  expect(opening).toThrow(AppError)
  expect(opening).toThrow(/newer Soundcheck \(schema 99, this one knows/)
  expect(readFileSync(copy).equals(before)).toBe(true)
  if (killed) expect(readFileSync(`${copy}-wal`).equals(readFileSync(`${file}-wal`))).toBe(true)
})

test('a database that was killed while it worked opens again with every commit', () => {
  const file = newFile()
  const db = openDatabase(file)
  onTestFinished(() => closeDatabase(db))
  savePack(db, packOf([packQuestion('alpha')]))
  const copy = newFile()
  writeFileSync(copy, readFileSync(file))
  writeFileSync(`${copy}-wal`, readFileSync(`${file}-wal`))

  const again = openDatabase(copy)
  onTestFinished(() => closeDatabase(again))
  expect(again.prepare('SELECT count(*) FROM questions').pluck().get()).toBe(1)
})

test('a file that is no database is reported, and not changed', () => {
  const file = newFile()
  writeFileSync(file, 'This is a text file. '.repeat(100))
  chmodSync(file, 0o600)
  const before = readFileSync(file)
  expect(() => openDatabase(file)).toThrow(/not a database/)
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('deleted notes leave no trace in the files', () => {
  const marker = 'zanzibarmarker'
  const file = newFile()
  const db = openDatabase(file)
  onTestFinished(() => closeDatabase(db))
  const hits = () =>
    readdirSync(join(file, '..'))
      .map((name) => readFileSync(join(file, '..', name)).toString('latin1'))
      .filter((bytes) => bytes.includes(marker.slice(1, -1))).length
  const long = `${'Slower at the start. '.repeat(400)} ${marker}`

  savePack(db, packOf([packQuestion('alpha'), packQuestion('beta')]))
  const session = start(db)
  const other = recordTake(db, session.id, 'trial/beta', 'Stays where it is')
  const removed = recordTake(db, session.id, 'trial/alpha', `Said ${marker} twice`)
  const rewritten = recordTake(db, session.id, 'trial/alpha', long)
  const inRemovedSession = recordTake(db, start(db).id, 'trial/alpha', long)
  checkpoint(db)
  expect(hits()).toBeGreaterThan(0)

  removeTakeRow(db, removed.id)
  setTakeNotes(db, { takeId: rewritten.id, notes: 'Something else' })
  removeSessionRow(db, inRemovedSession.sessionId)
  checkpoint(db)
  expect(hits()).toBe(0)
  expect(db.prepare('SELECT notes FROM takes WHERE id = ?').pluck().get(other.id)).toBe(
    'Stays where it is',
  )
})
