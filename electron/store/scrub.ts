import { rmSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { codeOf } from '../disk'
import { listBackupFiles, type BackupFile } from './backupFiles'
import type { Database } from './database'

/**
 * Removes from every backup what was deleted for good: no word of it stays there. A backup that
 * cannot be cleaned, because it is damaged, is removed itself.
 * @throws the error of the file system or of SQLite; what is not done is tried again next time
 */
export function scrubBackups(db: Database, folder: string): void {
  const ids = db.prepare<[], string>('SELECT id FROM tombstones').pluck().all()
  if (ids.length === 0) return
  for (const file of listBackupFiles(folder)) scrub(file, ids)
  const forget = db.prepare('DELETE FROM tombstones WHERE id = ?')
  db.transaction(() => ids.forEach((id) => forget.run(id))).immediate()
}

function scrub(file: BackupFile, ids: readonly string[]): void {
  try {
    removeFrom(file.path, ids)
  } catch (error) {
    // A full disk or a lock passes; everything else means that it is no backup any more.
    if (/^(SQLITE_(FULL|BUSY|IOERR|READONLY|CANTOPEN)|ENOSPC|E[A-Z]+)/.test(codeOf(error) ?? ''))
      throw error
    console.error(`The backup ${file.name} cannot be cleaned and is removed`, error)
    rmSync(file.path, { force: true })
  }
}

function removeFrom(path: string, ids: readonly string[]): void {
  const db = new BetterSqlite3(path, { fileMustExist: true })
  try {
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
