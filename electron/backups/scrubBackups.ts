import BetterSqlite3 from 'better-sqlite3'
import { AppError } from '../../shared/errors'
import { codeOf } from '../disk/durableFiles'
import { listBackupFiles, type BackupFile } from './backupFiles'
import { hasOurTables, isDamage } from '../store/database/checkDatabase'
import { refuseNewerFile, type Database } from '../store/database/database'
import { removeDatabaseFiles } from '../store/database/databaseFiles'

/** Nobody else should have a backup open, and the window waits. */
const PATIENCE_MS = 200

/**
 * Removes from every backup what was deleted for good: no word of it stays there. A backup that
 * cannot be cleaned, because it is damaged, is removed itself; one of a newer Soundcheck is left
 * to that.
 * @throws the first error, after every backup had its turn; what is not done is tried again next time
 */
export function scrubBackups(db: Database, folder: string): void {
  const ids = db.prepare<[], string>('SELECT id FROM tombstones').pluck().all()
  if (ids.length === 0) return
  const failures: unknown[] = []
  for (const file of listBackupFiles(folder)) {
    try {
      scrub(file, ids)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  const forget = db.prepare('DELETE FROM tombstones WHERE id = ?')
  db.transaction(() => ids.forEach((id) => forget.run(id))).immediate()
}

function scrub(file: BackupFile, ids: readonly string[]): void {
  try {
    refuseNewerFile(file.path)
    removeFrom(file.path, ids)
  } catch (error) {
    if (isTemporary(error)) throw error
    console.error(`The backup ${file.name} cannot be cleaned and is removed`, error)
    removeDatabaseFiles(file.path)
  }
}

/** A full disk, a lock, an older Soundcheck: all that passes, and says nothing against the backup. */
function isTemporary(error: unknown): boolean {
  if (isDamage(error)) return false
  if (error instanceof AppError) return error.code === 'DATA_NEWER'
  return /^(SQLITE_(FULL|BUSY|LOCKED|IOERR|READONLY|CANTOPEN|PERM|NOMEM)|E[A-Z]+$)/.test(
    codeOf(error) ?? '',
  )
}

function removeFrom(path: string, ids: readonly string[]): void {
  const db = new BetterSqlite3(path, { fileMustExist: true, timeout: PATIENCE_MS })
  try {
    // Somebody has put it there by hand, and it is none of ours.
    if (!hasOurTables(db)) return
    db.pragma('journal_mode = DELETE')
    db.pragma('secure_delete = ON')
    db.pragma('foreign_keys = ON')
    const remove = ['takes', 'sessions'].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE id = ?`),
    )
    const isKnown = db.prepare(
      'SELECT 1 FROM takes WHERE id = @id UNION ALL SELECT 1 FROM sessions WHERE id = @id',
    )
    db.transaction(() => {
      // Most backups know nothing of it: those are not written to.
      for (const id of ids.filter((one) => isKnown.get({ id: one }))) {
        for (const statement of remove) statement.run(id)
      }
      if (hasTombstones(db)) db.exec('DELETE FROM tombstones')
    })()
  } finally {
    db.close()
  }
}

function hasTombstones(db: Database): boolean {
  return (
    db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'tombstones'").get() !== undefined &&
    db.prepare('SELECT 1 FROM tombstones').get() !== undefined
  )
}
