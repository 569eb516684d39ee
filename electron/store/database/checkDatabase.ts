import BetterSqlite3 from 'better-sqlite3'
import { AppError } from '../../../shared/errors'
import { codeOf } from '../../disk/durableFiles'
import { SEARCHED } from '../search/searched'
import type { Database } from './database'

/** Without these it is no database of ours, whatever its header says. */
const OUR_TABLES = ['packs', 'questions', 'sessions', 'session_questions', 'takes']

/** A file that was cut off can also end in the middle of a read. */
const DAMAGE = /^(DATA_DAMAGED$|SQLITE_(CORRUPT|NOTADB|FORMAT|IOERR_SHORT_READ))/

/**
 * Whether SQLite says that the file itself is broken, and not the disk, the rights or the words.
 * By its code alone: an error that comes from another thread is none of SQLite's class any more.
 */
export function isDamage(error: unknown): boolean {
  return DAMAGE.test(codeOf(error) ?? '')
}

/** So many complaints are read: those about the search must not hide the others. */
const MOST_COMPLAINTS = 100

/** What a check has found when it has found no damage. */
export interface Soundness {
  /** A search that does not fit its texts is none: whoever opens the database as ours makes it anew. */
  isSearchSound: boolean
}

/**
 * Reads every page of the database: about 2 ms for a megabyte.
 * @throws {AppError} DATA_DAMAGED
 * @throws SQLite's own error when it cannot even be read
 */
export function checkDatabase(db: Database): Soundness {
  const answers = db.pragma(`quick_check(${String(MOST_COMPLAINTS)})`) as { quick_check: string }[]
  const complaints = answers
    .map(({ quick_check: complaint }) => complaint)
    .filter((complaint) => complaint !== 'ok')
  const damage = complaints.find((complaint) => !isOfSearch(complaint))
  if (damage !== undefined) throw new AppError('DATA_DAMAGED', damage)
  return { isSearchSound: complaints.length === 0 }
}

/** Of a search table as a whole: a page of it that cannot be read is named by its number. */
function isOfSearch(complaint: string): boolean {
  return SEARCHED.some(({ searchTable }) => complaint.includes(searchTable))
}

/**
 * The same by a connection of its own: others read and write on.
 * @throws what checkDatabase throws
 */
export function checkDatabaseFile(file: string): Soundness {
  const db = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
  try {
    return checkDatabase(db)
  } finally {
    db.close()
  }
}

/**
 * Whether the tables are there that a database of any of our versions has.
 * @throws {AppError} DATA_DAMAGED
 */
export function checkTables(db: Database): void {
  if (!hasOurTables(db)) throw new AppError('DATA_DAMAGED', 'Not every table is there')
}

export function hasOurTables(db: Database): boolean {
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  return OUR_TABLES.every((name) => names.includes(name))
}
