import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { DatabaseRescue } from '../../shared/backup'
import { syncFolderSync } from '../disk'
import { copyDatabase, putInPlace } from './backup'
import { backupFolder, backupName, listBackupFiles, type BackupFile } from './backupFiles'
import { checkDatabase, checkTables, isDamage } from './check'
import { closeDatabase, openDatabase, type Database } from './database'
import { schemaVersion } from './migrate'

/** What was found at start. The takes that are newer than the backup are found by whoever has files. */
export type Opened =
  | { kind: 'sound'; db: Database }
  | { kind: 'rescued'; db: Database; rescue: Omit<DatabaseRescue, 'takesFound'> }

/**
 * Opens the data folder's database. One that is damaged, or that is gone although there are
 * recordings or backups, is moved aside, never removed, and the newest good backup takes its place.
 * @param hasRecordings whether there is anything that the database should know of
 * @throws {AppError} DATA_NEWER when a newer Soundcheck has written it; not a byte is changed
 * @throws whatever else keeps it from being opened: the rights, the disk
 */
export function openOrRescue(
  dataFolder: string,
  { hasRecordings, nowMs }: { hasRecordings: boolean; nowMs: number },
): Opened {
  const file = databaseFile(dataFolder)
  const found = lookAt(file)
  const isLoss = found !== 'there' && (hasRecordings || hasBackups(dataFolder))
  if (isLoss) return rescue(dataFolder, found, nowMs)
  try {
    return { kind: 'sound', db: openSound(dataFolder, nowMs) }
  } catch (error) {
    if (!isDamage(error)) throw error
    console.error('The database is damaged', error)
    return rescue(dataFolder, 'damaged', nowMs)
  }
}

export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'soundcheck.db')
}

/** Where damaged databases lie until the next deletion; see takes/purge.ts. */
export function damagedFolder(dataFolder: string): string {
  return join(dataFolder, 'damaged')
}

function lookAt(file: string): 'there' | 'empty' | 'missing' {
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) return 'missing'
  return size === 0 || hasNoSchema(file) ? 'empty' : 'there'
}

/** A database that was never one of ours: SQLite is content with any empty one. */
function hasNoSchema(file: string): boolean {
  try {
    const db = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
    try {
      return schemaVersion(db) === 0
    } finally {
      db.close()
    }
  } catch {
    return false // what is wrong with it, opening it will say
  }
}

function hasBackups(dataFolder: string): boolean {
  return listBackupFiles(backupFolder(dataFolder)).length > 0
}

function openSound(dataFolder: string, nowMs: number): Database {
  const db = openDatabase(databaseFile(dataFolder), (old) => {
    checkDatabase(old)
    copyDatabase(old, join(backupFolder(dataFolder), backupName(nowMs, 'before-update')))
  })
  try {
    checkTables(db)
    checkDatabase(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function rescue(
  dataFolder: string,
  found: DatabaseRescue['found'],
  nowMs: number,
): Extract<Opened, { kind: 'rescued' }> {
  const movedTo = moveAside(dataFolder, nowMs)
  const backup = listBackupFiles(backupFolder(dataFolder)).find((one) => restore(dataFolder, one))
  const db = openSound(dataFolder, nowMs)
  return { kind: 'rescued', db, rescue: { found, movedTo, backupAtMs: backup?.madeAtMs ?? null } }
}

/** The log goes with its database: beside another one it would be read as that one's. */
function moveAside(dataFolder: string, nowMs: number): string | null {
  const file = databaseFile(dataFolder)
  const parts = [file, `${file}-wal`, `${file}-shm`].filter((part) => existsSync(part))
  if (parts.every((part) => statSync(part).size === 0)) {
    for (const part of parts) rmSync(part)
    return null
  }
  const name = new Date(nowMs).toISOString().replaceAll(':', '-')
  const target = join(damagedFolder(dataFolder), name)
  mkdirSync(target, { recursive: true, mode: 0o700 })
  for (const part of parts) renameSync(part, join(target, basename(part)))
  syncFolderSync(target)
  syncFolderSync(dataFolder)
  return join('damaged', name)
}

/** Puts a copy of the backup in the database's place; false when the backup is no good. */
function restore(dataFolder: string, backup: BackupFile): boolean {
  const draft = `${databaseFile(dataFolder)}.new`
  try {
    copyFileSync(backup.path, draft)
    const db = openDatabase(draft)
    try {
      checkTables(db)
      checkDatabase(db)
    } finally {
      closeDatabase(db)
    }
    putInPlace(draft, databaseFile(dataFolder))
    return true
  } catch (error) {
    console.error(`The backup ${backup.name} cannot be used`, error)
    for (const end of ['', '-wal', '-shm']) rmSync(draft + end, { force: true })
    return false
  }
}
