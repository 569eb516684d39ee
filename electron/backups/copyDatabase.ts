import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { BackupReason } from '../../shared/backup'
import { renameFileSync, syncFolderSync } from '../disk/durableFiles'
import { backupName, draftOf } from './backupFiles'
import { checkDatabase, checkTables } from '../store/database/checkDatabase'
import type { Database } from '../store/database/database'
import { removeDatabaseFiles } from '../store/database/databaseFiles'

export interface BackupOrder {
  databaseFile: string
  folder: string
  reason: BackupReason
  madeAtMs: number
}

/**
 * Copies the database as it is at this moment, by a connection of its own: others read and write on.
 * @returns the name of the backup, which is on the disk then
 * @throws the error of the file system or of SQLite; no half backup is left
 */
export function makeBackup({ databaseFile, folder, reason, madeAtMs }: BackupOrder): string {
  const db = new BetterSqlite3(databaseFile, { fileMustExist: true })
  try {
    const name = backupName(madeAtMs, reason)
    copyDatabase(db, join(folder, name))
    return name
  } finally {
    db.close()
  }
}

/**
 * Writes a whole, checked copy, under another name first. `VACUUM INTO` leaves out free pages, so
 * nothing that was deleted is copied, and with `secure_delete` every text is in the copy once.
 */
export function copyDatabase(db: Database, target: string): void {
  const folder = dirname(target)
  const isNew = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined
  if (isNew) syncFolderSync(dirname(folder))
  const draft = draftOf(target, 'making')
  removeDatabaseFiles(draft)
  try {
    // Goes for the copy too: while SQLite fills its pages it would leave words in their empty parts.
    db.pragma('secure_delete = ON')
    db.prepare('VACUUM INTO ?').run(draft)
    checkCopy(draft)
    putInPlace(draft, target)
  } catch (error) {
    removeDatabaseFiles(draft)
    throw error
  }
}

/** A copy that is damaged, or gone, says nothing about the database that it was made of. */
function checkCopy(file: string): void {
  const copy = new BetterSqlite3(file, { fileMustExist: true })
  try {
    checkTables(copy)
    checkDatabase(copy)
  } catch (error) {
    throw new Error('The copy is damaged', { cause: error })
  } finally {
    copy.close()
  }
}

/** Gives a finished file its name, so that both survive a power cut. */
export function putInPlace(draft: string, target: string): void {
  const descriptor = openSync(draft, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameFileSync(draft, target)
  syncFolderSync(dirname(target))
}
