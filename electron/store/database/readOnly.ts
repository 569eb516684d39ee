import { existsSync, rmSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'

/** Who waits for this is the whole window. */
const PATIENCE_MS = 500

/**
 * Reads from a database that nobody has open, and leaves no trace. A connection that can write
 * checkpoints when it closes, and that changes bytes; one that may only read still makes the files
 * of a log, and leaves them there.
 * @throws SQLite's error
 */
export function readOnly<Result>(
  file: string,
  read: (db: BetterSqlite3.Database) => Result,
): Result {
  const missing = [`${file}-wal`, `${file}-shm`].filter((each) => !existsSync(each))
  try {
    const db = new BetterSqlite3(file, {
      readonly: true,
      fileMustExist: true,
      timeout: PATIENCE_MS,
    })
    try {
      return read(db)
    } finally {
      db.close()
    }
  } finally {
    for (const made of missing) rmSync(made, { force: true })
  }
}
