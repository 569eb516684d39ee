import BetterSqlite3, { type Database } from 'better-sqlite3'

/** Whoever writes is through in this time. */
const PATIENCE_MS = 5000

/** Reads from the library while main has it open, by a connection of its own: for a thread. */
export function readLibrary<Result>(file: string, read: (db: Database) => Result): Result {
  const db = new BetterSqlite3(file, {
    readonly: true,
    fileMustExist: true,
    timeout: PATIENCE_MS,
  })
  try {
    // One moment of it, however many questions are read.
    return db.transaction(() => read(db))()
  } finally {
    db.close()
  }
}
