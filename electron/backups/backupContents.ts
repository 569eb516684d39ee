import type { Backup } from '../../shared/backup'
import { AppError } from '../../shared/errors'
import { codeOf } from '../disk/durableFiles'
import { draftOf, type BackupFile } from './backupFiles'
import { checkDatabase, checkTables, isDamage } from '../store/database/checkDatabase'
import { updateToRead, type Database } from '../store/database/database'
import { copyDatabaseFiles, removeDatabaseFiles } from '../store/database/databaseFiles'
import { refuseNewerSchema, schemaVersion, SCHEMA_VERSION } from '../store/database/migrate'
import { HAS_LAYER } from '../store/questions/questionLayer'
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
 * Reads every page of a backup (about 2 ms for a megabyte), and brings a copy of one of an older schema
 * up to date: for a thread. The backup itself is never written to.
 * @returns the file to read: the backup itself, or its copy, which is the caller's to remove
 * @throws {AppError} VERSION_NEWER, BACKUP_CORRUPT
 */
export function makeReadable({ path }: BackupFile): string {
  const isCurrent = withReadOnly(path, (db) => {
    checkDatabase(db)
    return schemaVersion(db) === SCHEMA_VERSION
  })
  if (isCurrent) return path
  const copy = draftOf(path, 'reading')
  try {
    copyDatabaseFiles(path, copy)
    updateToRead(copy)
    return copy
  } catch (error) {
    removeDatabaseFiles(copy)
    throw asBackupError(error)
  }
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

function asBackupError(error: unknown): unknown {
  const code = codeOf(error) ?? ''
  if (code === 'DATA_NEWER') return new AppError('VERSION_NEWER', undefined, { cause: error })
  // What cannot be brought up to date is none of ours, or harmed in a way that no check sees.
  const isBad = isDamage(error) || code === 'SQLITE_ERROR' || code.startsWith('SQLITE_CONSTRAINT')
  return isBad ? new AppError('BACKUP_CORRUPT', undefined, { cause: error }) : error
}

/** Whether there is anything of a person's in it that a backup could save. */
export function hasWork(db: Database): boolean {
  const work = db.prepare(
    `SELECT 1 FROM takes UNION ALL SELECT 1 FROM packs WHERE kind <> 'built-in'
     UNION ALL SELECT 1 FROM questions WHERE ${HAS_LAYER} LIMIT 1`,
  )
  return work.get() !== undefined
}
