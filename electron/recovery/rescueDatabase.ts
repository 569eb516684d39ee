import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { DatabaseRescue } from '../../shared/backup'
import { isDiskFull, renameFileSync, syncFolderSync } from '../disk/durableFiles'
import { copyDatabase, putInPlace } from '../backups/copyDatabase'
import { backupFolder, backupName, listBackupFiles, type BackupFile } from '../backups/backupFiles'
import { checkDatabase, checkTables, isDamage } from '../store/database/checkDatabase'
import { endedCleanly, forgetCleanEnd } from '../store/database/cleanEnd'
import { closeDatabase, openDatabase, type Database } from '../store/database/database'
import {
  copyDatabaseFiles,
  databaseFiles,
  removeDatabaseFiles,
} from '../store/database/databaseFiles'
import { schemaVersion } from '../store/database/migrate'
import { readOnly } from '../store/database/readOnly'

/** What was found at start. The takes that are newer than the backup are found by whoever has files. */
export type Opened =
  /** `isChecked`: every page of it was read. Otherwise the last end says that it is sound. */
  | { kind: 'sound'; db: Database; isChecked: boolean }
  | { kind: 'rescued'; db: Database; rescue: Omit<DatabaseRescue, 'takesFound'> }

interface Circumstances {
  /** Whether there is anything that the database should know of. */
  hasRecordings: boolean
  nowMs: number
  /** Brings a backup up to date with what is known of its takes since it was made. */
  catchUp: (db: Database, backupAtMs: number) => void
  /**
   * Whatever the app does with it before there is a window: one that was opened unread shows its
   * damage here, where it can still be mended.
   */
  firstUse: (db: Database) => void
}

/**
 * Opens the data folder's database. One that is damaged, or that is gone although there are
 * recordings or backups, is moved aside, never removed, and the newest good backup takes its place.
 * @throws {AppError} DATA_NEWER when a newer Soundcheck has written it; not a byte is changed
 * @throws whatever else keeps it from being opened: the rights, the disk
 */
export function openOrRescue(dataFolder: string, circumstances: Circumstances): Opened {
  const { hasRecordings } = circumstances
  const found = lookAt(databaseFile(dataFolder))
  const isLoss = found !== 'there' && (hasRecordings || hasBackups(dataFolder))
  if (isLoss) return rescue(dataFolder, found, circumstances)
  try {
    const opened = openSoundDatabase(dataFolder, circumstances)
    removeDatabaseFiles(draftFile(dataFolder)) // a kill may have left it
    return { kind: 'sound', ...opened }
  } catch (error) {
    if (!isDamage(error)) throw error
    console.error('The database is damaged', error)
    return rescue(dataFolder, 'damaged', circumstances)
  }
}

export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'soundcheck.db')
}

/** Where damaged databases lie until the next deletion; see takes/purge.ts. */
export function damagedFolder(dataFolder: string): string {
  return join(dataFolder, 'damaged')
}

/** What is to take the database's place, while it is made ready. */
function draftFile(dataFolder: string): string {
  return `${databaseFile(dataFolder)}.new`
}

function lookAt(file: string): 'there' | 'empty' | 'missing' {
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) return 'missing'
  return size === 0 || hasNoSchema(file) ? 'empty' : 'there'
}

/** A database that was never one of ours: SQLite is content with any empty one. */
function hasNoSchema(file: string): boolean {
  try {
    return readOnly(file, (db) => schemaVersion(db) <= 0)
  } catch {
    return false // what is wrong with it, opening it will say
  }
}

function hasBackups(dataFolder: string): boolean {
  return listBackupFiles(backupFolder(dataFolder)).length > 0
}

/** Reads all of it unless it is as it was when it was last closed; then somebody reads it later. */
function openSoundDatabase(
  dataFolder: string,
  { nowMs, firstUse }: Circumstances,
): { db: Database; isChecked: boolean } {
  const file = databaseFile(dataFolder)
  const isChecked = !endedCleanly(file)
  const db = openDatabase(file, (old) => {
    checkTables(old)
    checkDatabase(old)
    copyDatabase(old, join(backupFolder(dataFolder), backupName(nowMs, 'before-update')))
  })
  try {
    forgetCleanEnd(file)
    checkTables(db)
    if (isChecked) checkDatabase(db)
    firstUse(db)
    return { db, isChecked }
  } catch (error) {
    db.close()
    throw error
  }
}

/** The new one is made ready before the old one is moved: what fails until then changes nothing. */
function rescue(
  dataFolder: string,
  found: DatabaseRescue['found'],
  circumstances: Circumstances,
): Extract<Opened, { kind: 'rescued' }> {
  const { nowMs, catchUp } = circumstances
  const draft = draftFile(dataFolder)
  const backups = listBackupFiles(backupFolder(dataFolder))
  const backup = backups.find((one) => makeReady(draft, one, catchUp))
  const movedTo = moveAside(dataFolder, nowMs)
  if (backup) putInPlace(draft, databaseFile(dataFolder))
  const { db } = openSoundDatabase(dataFolder, circumstances)
  return { kind: 'rescued', db, rescue: { found, movedTo, backupAtMs: backup?.madeAtMs ?? null } }
}

/**
 * Makes the draft out of the backup; false when that is no good.
 * @throws the error of a full disk, which says nothing about the backup
 */
function makeReady(draft: string, backup: BackupFile, catchUp: Circumstances['catchUp']): boolean {
  try {
    copyDatabaseFiles(backup.path, draft)
    // Before it is opened as ours: that would make the tables that are missing.
    checkTablesOf(draft)
    const db = openDatabase(draft)
    try {
      checkDatabase(db)
      catchUp(db, backup.madeAtMs)
    } finally {
      closeDatabase(db)
    }
    if (existsSync(`${draft}-wal`)) throw new Error('Some of it is still in the log')
    return true
  } catch (error) {
    removeDatabaseFiles(draft)
    if (isDiskFull(error)) throw error
    console.error(`The backup ${backup.name} cannot be used`, error)
    return false
  }
}

/** By a connection that may write: a kill may have left something to be rolled back. */
function checkTablesOf(file: string): void {
  const db = new BetterSqlite3(file, { fileMustExist: true })
  try {
    checkTables(db)
  } finally {
    db.close()
  }
}

/** The log goes with its database: beside another one it would be read as that one's. */
function moveAside(dataFolder: string, nowMs: number): string | null {
  const parts = databaseFiles(databaseFile(dataFolder))
  if (parts.every((part) => statSync(part).size === 0)) {
    for (const part of parts) rmSync(part)
    return null
  }
  const name = new Date(nowMs).toISOString().replaceAll(':', '-')
  const target = join(damagedFolder(dataFolder), name)
  mkdirSync(target, { recursive: true, mode: 0o700 })
  for (const part of parts) renameFileSync(part, join(target, basename(part)))
  for (const folder of [target, damagedFolder(dataFolder), dataFolder]) syncFolderSync(folder)
  return join('damaged', name)
}
