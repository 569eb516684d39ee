import BetterSqlite3 from 'better-sqlite3'
import { AppError } from '../../shared/errors'
import type { Database } from './database'

/** Without these it is no database of ours, whatever its header says. */
const OUR_TABLES = ['packs', 'questions', 'sessions', 'session_questions', 'takes']

/** A file that was cut off can also end in the middle of a read. */
const DAMAGE = /^SQLITE_(CORRUPT|NOTADB|FORMAT|IOERR_SHORT_READ)/

/** Whether SQLite says that the file itself is broken, and not the disk, the rights or the words. */
export function isDamage(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'DATA_DAMAGED'
  return error instanceof BetterSqlite3.SqliteError && DAMAGE.test(error.code)
}

/**
 * Reads every page of the database: about 2 ms for a megabyte.
 * @throws {AppError} DATA_DAMAGED
 * @throws SQLite's own error when it cannot even be read
 */
export function checkDatabase(db: Database): void {
  const answer = db.pragma('quick_check(1)', { simple: true })
  if (answer !== 'ok') throw new AppError('DATA_DAMAGED', String(answer))
}

/**
 * Whether the tables are there that a database of any of our versions has.
 * @throws {AppError} DATA_DAMAGED
 */
export function checkTables(db: Database): void {
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  const missing = OUR_TABLES.filter((name) => !names.includes(name))
  if (missing.length > 0) throw new AppError('DATA_DAMAGED', `No table ${missing.join(', ')}`)
}
