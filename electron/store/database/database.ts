import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { checkDatabase } from './checkDatabase'
import { countChanges } from './countChanges'
import { isOlder, mayHaveLeftWords, migrate, refuseNewerSchema } from './migrate'
import { readOnly } from './readOnly'
import { isDiskFull } from '../../disk/durableFiles'
import { makeSearchAnew, openSearch } from '../search/searchTables'

export type Database = BetterSqlite3.Database

const BUSY_TIMEOUT_MS = 5000

/**
 * Opens the database, makes it when it is not there, and brings it to the newest schema.
 * `:memory:` gives one that lives only as long as it is open.
 * @param beforeUpdate gets a database of an older schema before anything in it is changed
 * @throws {AppError} DATA_NEWER when a newer Soundcheck has written it; not a byte of it is changed.
 */
export function openDatabase(
  file: string,
  beforeUpdate: (db: Database) => void = () => {},
): Database {
  if (file !== ':memory:') {
    if (existsSync(file) && statSync(file).size > 0) refuseNewerFile(file)
    else closeSync(openSync(file, 'a', 0o600)) // SQLite gives -wal and -shm the same mode
  }
  const db = new BetterSqlite3(file)
  try {
    // Again, for what a connection that may only read could not see (a journal to roll back).
    refuseNewerSchema(db)
    configure(db)
    if (isOlder(db)) beforeUpdate(db)
    takeOutLeftWords(db)
    migrate(db)
    openSearch(db)
    countChanges(db)
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

/**
 * Reads every page of one that was opened here. A search that does not fit its texts is made anew.
 * @throws what checkDatabase throws
 */
export function checkOpenDatabase(db: Database): void {
  if (!checkDatabase(db).isSearchSound) makeSearchAnew(db)
}

/**
 * Brings a copy of a database to the newest schema, for somebody who only reads it: without what is
 * searched, which takes the longest, and all of it in one file. A power cut may spoil it.
 * @throws {AppError} DATA_NEWER
 */
export function updateToRead(copy: string): void {
  const db = new BetterSqlite3(copy, { fileMustExist: true })
  try {
    db.pragma('journal_mode = DELETE')
    db.pragma('synchronous = OFF')
    migrate(db)
  } finally {
    db.close()
  }
}

/**
 * Moves everything from the write-ahead log into the database file and empties the log, so that
 * deleted text is in neither. Does not wait for anybody who still reads from it.
 * @returns false when somebody does: the log is not empty then, and SQLite calls that no error
 */
export function checkpoint(db: Database): boolean {
  db.pragma('busy_timeout = 0')
  try {
    const [answer] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return answer?.busy === 0
  } finally {
    db.pragma(`busy_timeout = ${String(BUSY_TIMEOUT_MS)}`)
  }
}

/** Checkpoints and closes; closing twice does no harm. */
export function closeDatabase(db: Database): void {
  if (!db.open) return
  try {
    checkpoint(db)
  } finally {
    db.close()
  }
}

/** @throws {AppError} DATA_NEWER, with nothing written @throws SQLite's error */
export function refuseNewerFile(file: string): void {
  try {
    readOnly(file, refuseNewerSchema)
  } catch (error) {
    if (!isReadOnlyTrouble(error)) throw error
  }
}

/** A kill can leave work that only a writer may finish (SQLITE_READONLY_ROLLBACK, _RECOVERY). */
function isReadOnlyTrouble(error: unknown): boolean {
  return error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_READONLY')
}

/** A database that 0.1.0 has made out of a backup has them too. It needs room, and can do without. */
function takeOutLeftWords(db: Database): void {
  if (!mayHaveLeftWords(db)) return
  try {
    db.exec('VACUUM')
  } catch (error) {
    if (!isDiskFull(error)) throw error
    console.error('Copies of words may be left in the database', error)
  }
}

function configure(db: Database): void {
  db.pragma(`busy_timeout = ${String(BUSY_TIMEOUT_MS)}`)
  db.pragma('journal_mode = WAL')
  // WAL would be content with NORMAL, which can lose the last commits at a power cut.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  // Deleted means overwritten: notes are private.
  db.pragma('secure_delete = ON')
  db.pragma('temp_store = MEMORY')
}
