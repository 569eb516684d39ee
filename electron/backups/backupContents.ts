import type { Backup } from '../../shared/backup'
import { AppError } from '../../shared/errors'
import { codeOf } from '../disk/durableFiles'
import { draftOf, type BackupFile } from './backupFiles'
import { checkDatabase, checkTables, isDamage } from '../store/database/checkDatabase'
import { closeDatabase, openDatabase, type Database } from '../store/database/database'
import { copyDatabaseFiles, removeDatabaseFiles } from '../store/database/databaseFiles'
import { refuseNewerSchema, schemaVersion, SCHEMA_VERSION } from '../store/database/migrate'
import { readOnly } from '../store/database/readOnly'

/** What a list shows of a backup. Reads a page or two of it; whether every page is good, restoring finds out. */
export function describeBackup(file: BackupFile): Backup {
  const { name, madeAtMs, reason, sizeBytes } = file
  const known = { name, madeAtMs, reason, sizeBytes }
  try {
    return withReadOnly(file.path, (db) => {
      const count = (table: string): number =>
        db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
      return {
        state: 'good',
        ...known,
        sessionCount: count('sessions'),
        takeCount: count('takes'),
      }
    })
  } catch (error) {
    return { state: codeOf(error) === 'VERSION_NEWER' ? 'newer' : 'damaged', ...known }
  }
}

/**
 * Reads every page of a backup: about 2 ms for a megabyte.
 * @throws {AppError} VERSION_NEWER, BACKUP_CORRUPT
 */
export function checkBackup(file: BackupFile): void {
  withReadOnly(file.path, checkDatabase)
}

/**
 * Reads a backup that was checked. One of an older schema is read from a copy that is brought up to
 * date; the backup itself is never written to.
 * @throws {AppError} VERSION_NEWER, BACKUP_CORRUPT
 * @throws whatever `read` throws
 */
export function readBackup<Result>(file: BackupFile, read: (db: Database) => Result): Result {
  const isCurrent = withReadOnly(file.path, (db) => schemaVersion(db) === SCHEMA_VERSION)
  return isCurrent ? readOnly(file.path, read) : withUpdatedCopy(file.path, read)
}

function withReadOnly<Result>(path: string, read: (db: Database) => Result): Result {
  try {
    return readOnly(path, (db) => {
      refuseNewerSchema(db)
      checkTables(db)
      return read(db)
    })
  } catch (error) {
    throw asBackupError(error)
  }
}

function withUpdatedCopy<Result>(path: string, read: (db: Database) => Result): Result {
  const copy = draftOf(path, 'reading')
  try {
    const db = openUpdated(path, copy)
    try {
      return read(db)
    } finally {
      closeDatabase(db)
    }
  } finally {
    removeDatabaseFiles(copy)
  }
}

function openUpdated(path: string, copy: string): Database {
  try {
    copyDatabaseFiles(path, copy)
    return openDatabase(copy)
  } catch (error) {
    throw asBackupError(error)
  }
}

function asBackupError(error: unknown): unknown {
  const code = codeOf(error) ?? ''
  if (code === 'DATA_NEWER') return new AppError('VERSION_NEWER', undefined, { cause: error })
  // What cannot be brought up to date is none of ours, or harmed in a way that no check sees.
  const isBad = isDamage(error) || code === 'SQLITE_ERROR' || code.startsWith('SQLITE_CONSTRAINT')
  return isBad ? new AppError('BACKUP_CORRUPT', undefined, { cause: error }) : error
}
