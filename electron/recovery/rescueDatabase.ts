import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { DatabaseRescue } from '../../shared/backup'
import type { DataFolder } from '../disk/dataFolder'
import { isDiskFull, renameFileSync, syncFolderSync } from '../disk/durableFiles'
import { copyDatabase, putInPlace } from '../backups/copyDatabase'
import { backupName, listBackupFiles, type BackupFile } from '../backups/backupFiles'
import { checkDatabase, checkTables, isDamage } from '../store/database/checkDatabase'
import { forgetCleanEnd, lastEndOf } from '../store/database/cleanEnd'
import {
  checkOpenDatabase,
  closeDatabase,
  openDatabase,
  type Database,
} from '../store/database/database'
import {
  copyDatabaseFiles,
  databaseFiles,
  removeDatabaseFiles,
} from '../store/database/databaseFiles'
import { countAboveBackups, traceLibrary, type Lineage, type Recorded } from './traceLibrary'
import { homeAt, settleIn, writeHome } from '../store/database/home'
import { schemaVersion } from '../store/database/migrate'
import { readOnly } from '../store/database/readOnly'
import { readLibrary, writeLibrary, type CountedLibrary } from '../store/database/revisions'

/** What was found at start. The takes that are newer than the backup are found by whoever has files. */
export type Opened =
  /**
   * `isChecked`: every page of it was read. Otherwise the last end says that it is sound.
   * `isForked`: it is a copy, and another library from now on.
   */
  | { kind: 'sound'; db: Database; isChecked: boolean; isForked: boolean }
  | {
      kind: 'rescued'
      db: Database
      rescue: Pick<DatabaseRescue, 'found' | 'movedTo' | 'backupAtMs'>
      /** What is known of what was said since the backup. */
      caughtUp: CaughtUp
    }

/** What is known of the words in a backup that was caught up. */
export interface CaughtUp {
  /** Takes of which nobody can tell whether the backup or the record is newer: both are kept. */
  undecidedTakes: string[]
  /** Takes whose sound is there, but no record of them that can be read. */
  unrecordedTakes: string[]
  /** What was set is as it was last, and not as in the backup. */
  areSettingsFound: boolean
}

interface Circumstances {
  /** Whether there is anything that the database should know of. */
  hasRecordings: boolean
  nowMs: number
  /** What records say about the library that they are of. */
  recorded: () => Recorded
  /**
   * Brings a backup up to date with what is known of its takes since it was made.
   * @param library which one it is, and what it had counted when the backup was made
   */
  catchUp: (db: Database, library: CountedLibrary) => CaughtUp
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
export function openOrRescue(dataFolder: DataFolder, circumstances: Circumstances): Opened {
  const { hasRecordings } = circumstances
  const found = lookAt(dataFolder.database)
  const isLoss = found !== 'there' && (hasRecordings || hasBackups(dataFolder))
  if (isLoss) return rescue(dataFolder, found, circumstances)
  try {
    const opened = openSoundDatabase(dataFolder, circumstances)
    removeDatabaseFiles(dataFolder.databaseDraft) // a kill may have left it
    return { kind: 'sound', ...opened }
  } catch (error) {
    if (!isDamage(error)) throw error
    console.error('The database is damaged', error)
    return rescue(dataFolder, 'damaged', circumstances)
  }
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

function hasBackups(dataFolder: DataFolder): boolean {
  return listBackupFiles(dataFolder.backups).length > 0
}

/** Reads all of it unless it is as it was when it was last closed; then somebody reads it later. */
function openSoundDatabase(
  dataFolder: DataFolder,
  { nowMs, firstUse }: Circumstances,
): { db: Database; isChecked: boolean; isForked: boolean } {
  const file = dataFolder.database
  const lastEnd = lastEndOf(file)
  const isChecked = lastEnd !== 'clean'
  const db = openDatabase(file, (old) => {
    checkTables(old)
    checkDatabase(old)
    copyDatabase(old, join(dataFolder.backups, backupName(nowMs, 'before-update')))
  })
  try {
    forgetCleanEnd(file)
    checkTables(db)
    if (isChecked) checkOpenDatabase(db)
    const isForked = settleIn(db, dataFolder.path, { wasExchanged: lastEnd === 'exchanged' })
    if (isChecked && !isForked) countAboveBackups(db, dataFolder)
    firstUse(db)
    return { db, isChecked, isForked }
  } catch (error) {
    db.close()
    throw error
  }
}

/** The new one is made ready before the old one is moved: what fails until then changes nothing. */
function rescue(
  dataFolder: DataFolder,
  found: DatabaseRescue['found'],
  circumstances: Circumstances,
): Extract<Opened, { kind: 'rescued' }> {
  const { nowMs, catchUp, recorded } = circumstances
  const file = dataFolder.database
  const lineage = traceLibrary(dataFolder, recorded())
  const draft = dataFolder.databaseDraft
  let caughtUp: CaughtUp | null = null
  const backup = lineage.backups.find((one) => {
    caughtUp = makeReady(dataFolder, one, lineage, catchUp)
    return caughtUp !== null
  })
  const movedTo = moveAside(dataFolder, nowMs)
  forgetCleanEnd(file) // of the lost one
  if (backup) putInPlace(draft, file)
  const { db } = openSoundDatabase(dataFolder, circumstances)
  if (!backup) {
    // It has nothing yet: whatever is recorded is newer.
    caughtUp = catchUp(db, { ...goOnCounting(db, lineage), counter: 0 })
  }
  circumstances.firstUse(db)
  return {
    kind: 'rescued',
    db,
    rescue: { found, movedTo, backupAtMs: backup?.madeAtMs ?? null },
    caughtUp: caughtUp ?? { undecidedTakes: [], unrecordedTakes: [], areSettingsFound: false },
  }
}

/**
 * Makes the draft out of the backup; null when that is no good.
 * @throws the error of a full disk, which says nothing about the backup
 */
function makeReady(
  { path: folder, databaseDraft: draft }: DataFolder,
  backup: BackupFile,
  lineage: Lineage,
  catchUp: Circumstances['catchUp'],
): CaughtUp | null {
  try {
    copyDatabaseFiles(backup.path, draft)
    // Before it is opened as ours: that would make the tables that are missing.
    checkTablesOf(draft)
    const db = openDatabase(draft)
    let caughtUp: CaughtUp
    try {
      checkOpenDatabase(db)
      caughtUp = catchUp(db, goOnCounting(db, lineage))
      writeHome(db, homeAt(folder))
    } finally {
      closeDatabase(db)
    }
    if (existsSync(`${draft}-wal`)) throw new Error('Some of it is still in the log')
    return caughtUp
  } catch (error) {
    removeDatabaseFiles(draft)
    if (isDiskFull(error)) throw error
    console.error(`The backup ${backup.name} cannot be used`, error)
    return null
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

/** It is still the same library, and no number is given twice. @returns it, as it was until now */
function goOnCounting(db: Database, lineage: Lineage): CountedLibrary {
  const found = readLibrary(db)
  const library = lineage.library ?? found
  writeLibrary(db, { ...library, counter: Math.max(found.counter, library.counter) })
  return { ...library, counter: found.counter }
}

/** The log goes with its database: beside another one it would be read as that one's. */
function moveAside(dataFolder: DataFolder, nowMs: number): string | null {
  const parts = databaseFiles(dataFolder.database)
  if (parts.every((part) => statSync(part).size === 0)) {
    for (const part of parts) rmSync(part)
    return null
  }
  const name = new Date(nowMs).toISOString().replaceAll(':', '-')
  const target = join(dataFolder.damaged, name)
  mkdirSync(target, { recursive: true, mode: 0o700 })
  for (const part of parts) renameFileSync(part, join(target, basename(part)))
  for (const folder of [target, dataFolder.damaged, dataFolder.path]) syncFolderSync(folder)
  return join('damaged', name)
}
