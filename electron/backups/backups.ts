import { rmSync } from 'node:fs'
import { AppError } from '../../shared/errors'
import type { Backup, BackupReason, RestoreChanges } from '../../shared/backup'
import type { BackgroundThread } from '../background/thread'
import { describeBackup, readBackup } from './backupContents'
import {
  backupFile,
  backupFolder,
  listBackupFiles,
  removeLeftovers,
  thinOut,
  type BackupFile,
} from './backupFiles'
import type { Database } from '../store/database/database'
import { databaseFile, damagedFolder } from '../recovery/rescueDatabase'
import { previewRestore, restoreBackup, type SoundOf } from './restoreBackup'
import { scrubBackups } from './scrubBackups'

const DAY_MS = 24 * 60 * 60 * 1000
const LOOK_EVERY_MS = 60 * 60 * 1000

interface BackupTools {
  db: Database
  dataFolder: string
  thread: BackgroundThread
  soundOf: SoundOf
}

/** The copies of the database: makes one a day and at need, and restores them. Owns one timer. */
export class Backups {
  readonly #tools: BackupTools
  readonly #folder: string
  #timer: NodeJS.Timeout | null = null
  #making: Promise<unknown> = Promise.resolve()
  #makingCount = 0

  constructor(tools: BackupTools) {
    this.#tools = tools
    this.#folder = backupFolder(tools.dataFolder)
  }

  /** Makes a backup now when the last one is older than a day, and again each day that the app is open. */
  keepDaily(): void {
    tidyOrLog('What a kill left is still there', () => removeLeftovers(this.#folder))
    void this.#makeWhenDue()
    this.#timer = setInterval(() => void this.#makeWhenDue(), LOOK_EVERY_MS).unref()
  }

  dispose(): void {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
  }

  list(): Backup[] {
    return listBackupFiles(this.#folder).map(describeBackup)
  }

  /** @throws the error of the file system or of SQLite, as in SQLITE_FULL */
  async make(reason: BackupReason): Promise<Backup> {
    const name = await this.#make(reason)
    this.#thinOut(name)
    return describeBackup(this.#file(name))
  }

  /** A backup is being made. */
  get isBusy(): boolean {
    return this.#makingCount > 0
  }

  /** Resolves when no backup is being made any more. */
  async settled(): Promise<void> {
    await this.#making.catch(() => undefined)
  }

  /** @throws {AppError} NOT_FOUND, BACKUP_CORRUPT, VERSION_NEWER */
  preview(name: string): RestoreChanges {
    const { db, soundOf } = this.#tools
    return readBackup(this.#file(name), (backup) => previewRestore(db, backup, soundOf))
  }

  /**
   * A backup of now comes first, so that it can be taken back.
   * @throws {AppError} NOT_FOUND, BACKUP_CORRUPT, VERSION_NEWER; nothing is changed then
   */
  async restore(name: string): Promise<ReturnType<typeof restoreBackup>> {
    const { db, soundOf } = this.#tools
    this.preview(name)
    const made = await this.#make('before-restore')
    const restored = readBackup(this.#file(name), (backup) => restoreBackup(db, backup, soundOf))
    // Not before: it could be the one that is restored.
    this.#thinOut(made)
    return restored
  }

  /**
   * Removes from the backups what was deleted for good. A damaged database that lies aside cannot
   * be cleaned: it goes as a whole.
   */
  scrub(): void {
    const { db, dataFolder } = this.#tools
    // One that is being made may still have it: that is cleaned when it is there.
    if (this.isBusy || !db.prepare('SELECT 1 FROM tombstones').get()) return
    rmSync(damagedFolder(dataFolder), { recursive: true, force: true })
    scrubBackups(db, this.#folder)
  }

  async #make(reason: BackupReason): Promise<string> {
    const { dataFolder, thread } = this.#tools
    const order = { databaseFile: databaseFile(dataFolder), folder: this.#folder, reason }
    const made = thread.run('makeBackup', { ...order, madeAtMs: Date.now() })
    this.#making = made
    this.#makingCount += 1
    try {
      return await made
    } finally {
      this.#makingCount -= 1
      tidyOrLog('What was deleted is still in a backup', () => this.scrub())
    }
  }

  #thinOut(made: string): void {
    tidyOrLog('Old backups were not removed', () => thinOut(this.#folder, made))
  }

  async #makeWhenDue(): Promise<void> {
    try {
      if (this.#isDue()) await this.make('daily')
    } catch (error) {
      console.error('No daily backup', error)
    }
  }

  /** By the distance in time: a clock that was set back must not make one each hour. */
  #isDue(): boolean {
    const hasTakes = this.#tools.db.prepare('SELECT 1 FROM takes').get() !== undefined
    const now = Date.now()
    const isRecent = ({ reason, madeAtMs }: BackupFile): boolean =>
      reason === 'daily' && Math.abs(now - madeAtMs) < DAY_MS
    return hasTakes && !listBackupFiles(this.#folder).some(isRecent)
  }

  #file(name: string): BackupFile {
    const file = backupFile(this.#folder, name)
    if (!file) throw new AppError('NOT_FOUND', name)
    return file
  }
}

/** What is tidied up around a backup is no reason for it to fail. */
function tidyOrLog(failure: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    console.error(failure, error)
  }
}
