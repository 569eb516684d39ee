import { setImmediate as nextTurn } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../shared/errors'
import type { Backup, BackupReason, RestoreChanges } from '../../shared/backup'
import type { BackgroundThread } from '../background/thread'
import type { Health } from '../library/databaseHealth'
import type { RecordKeeper } from '../records/recordKeeper'
import { hasWork } from './backupContents'
import { backupFile, listBackupFiles, type BackupFile } from './backupFiles'
import type { Database } from '../store/database/database'
import { removeDatabaseFiles } from '../store/database/databaseFiles'
import { forgetTombstones, isOfQuestion, listTombstones } from '../store/database/tombstones'
import { readOnly } from '../store/database/readOnly'
import type { DataFolder } from '../disk/dataFolder'
import { previewRestore, restoreBackup, type SoundOf } from './restoreBackup'

const DAY_MS = 24 * 60 * 60 * 1000
const LOOK_EVERY_MS = 60 * 60 * 1000

interface BackupTools {
  db: Database
  dataFolder: DataFolder
  thread: BackgroundThread
  soundOf: SoundOf
  health: Health
  records: Pick<RecordKeeper, 'forgetQuestion'>
}

/**
 * The copies of the database: makes one a day and at need, restores, cleans and thins them out. It
 * alone touches their folder, and does one thing after the other there: what is being made or read
 * is never what is tidied up. Nothing is made of a damaged database or removed beside it. Owns one
 * timer.
 */
export class Backups {
  readonly #tools: BackupTools
  readonly #folder: string
  #timer: NodeJS.Timeout | null = null
  #isDisposed = false
  /** Ends when everything that was asked for until now is done. */
  #lastTurn: Promise<unknown> = Promise.resolve()
  #turnCount = 0
  /** Of a backup of an older schema, brought up to date: whoever looks at one may restore it next. */
  #copy: { of: BackupFile; path: string } | null = null

  constructor(tools: BackupTools) {
    this.#tools = tools
    this.#folder = tools.dataFolder.backups
  }

  /** Makes a backup now when the last one is older than a day, and again each day that the app is open. */
  keepDaily(): void {
    void tidyOrLog('What a kill left is still there', () =>
      this.#inTurn(() => {
        this.#dropCopy()
        return this.#tools.thread.run('removeLeftovers', this.#folder)
      }),
    )
    void this.#lookAfter()
    this.#timer = setInterval(() => void this.#lookAfter(), LOOK_EVERY_MS).unref()
  }

  /** No backup is begun by itself any more; what was asked for is still done. */
  dispose(): void {
    this.#isDisposed = true
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    if (this.#copy) void this.#inTurn(() => this.#dropCopy())
  }

  list(): Promise<Backup[]> {
    return this.#inTurn(() => this.#tools.thread.run('listBackups', this.#folder))
  }

  /**
   * @throws {AppError} DATA_DAMAGED when the database is; no backup is made or removed then
   * @throws the error of the file system or of SQLite, as in SQLITE_FULL
   */
  make(reason: BackupReason): Promise<Backup> {
    return this.#inTurn(async () => {
      const name = await this.#make(reason)
      await this.#thinOut(name)
      return this.#tools.thread.run('describeBackup', this.#file(name))
    })
  }

  /** Something is being done in the folder, or waits for its turn. */
  get isBusy(): boolean {
    return this.#turnCount > 0
  }

  /** Resolves when nothing is being done there any more. */
  async settled(): Promise<void> {
    while (this.isBusy) await this.#lastTurn
  }

  /** @throws {AppError} NOT_FOUND, BACKUP_CORRUPT, VERSION_NEWER, DATA_DAMAGED */
  preview(name: string): Promise<RestoreChanges> {
    return this.#inTurn(() => this.#preview(name))
  }

  /**
   * A backup of now comes first, so that it can be taken back.
   * @throws {AppError} NOT_FOUND, BACKUP_CORRUPT, VERSION_NEWER, DATA_DAMAGED; nothing is changed then
   */
  restore(name: string): Promise<RestoreChanges> {
    return this.#inTurn(async () => {
      const { db, soundOf } = this.#tools
      // One that is no good is refused before anything is done.
      await this.#makeReadable(name)
      const made = await this.#make('before-restore')
      const path = await this.#makeReadable(name)
      const restored = readOnly(path, (backup) => restoreBackup(db, backup, soundOf))
      this.#dropCopy()
      // Not before: it could be the one that is restored.
      await this.#thinOut(made)
      return restored
    })
  }

  /**
   * Removes from the backups what was deleted for good. A damaged database that lies aside cannot
   * be cleaned: it goes as a whole. A copy that is being made may still have it: that is cleaned
   * when it is there.
   * @returns whether there was anything to clean, all of which is clean now; but for the record of a
   *   deleted question that cannot be removed, which keeps its tombstone
   * @throws what kept a backup from being cleaned; the tombstones stay, and it is tried again
   */
  async scrub(): Promise<boolean> {
    if (this.#tools.health.isDamaged || !this.#isAnythingGone()) return false
    await this.#inTurn(() => this.#scrub())
    return true
  }

  async #preview(name: string): Promise<RestoreChanges> {
    const { db, soundOf } = this.#tools
    const path = await this.#makeReadable(name)
    return readOnly(path, (backup) => previewRestore(db, backup, soundOf))
  }

  /** @returns the file to read: the backup, or a copy of it that is brought up to date once. */
  async #makeReadable(name: string): Promise<string> {
    this.#refuseDamaged()
    const file = this.#file(name)
    if (this.#copy && isDeepStrictEqual(this.#copy.of, file)) return this.#copy.path
    this.#dropCopy()
    const path = await this.#tools.thread.run('makeReadable', file)
    if (path !== file.path) this.#copy = { of: file, path }
    this.#refuseDamaged()
    return path
  }

  /** Nobody reads it any more, or it may hold what was deleted. */
  #dropCopy(): void {
    if (this.#copy) removeDatabaseFiles(this.#copy.path)
    this.#copy = null
  }

  async #make(reason: BackupReason): Promise<string> {
    const { dataFolder, thread, health } = this.#tools
    this.#refuseDamaged()
    const order = { databaseFile: dataFolder.database, folder: this.#folder, reason }
    try {
      return await thread.run('makeBackup', { ...order, madeAtMs: Date.now() })
    } catch (error) {
      health.hear(error, { isSeen: reason !== 'daily' })
      throw error
    } finally {
      await tidyOrLog('What was deleted is still in a backup', () => this.#scrub())
    }
  }

  async #scrub(): Promise<void> {
    const { db, dataFolder, thread, health, records } = this.#tools
    if (health.isDamaged) return
    const ids = listTombstones(db)
    if (ids.length === 0) return
    const { backups: folder, damaged: damagedFolder } = dataFolder
    this.#dropCopy()
    await thread.run('scrubBackups', { folder, damagedFolder, ids })
    // Only these: what was deleted since then is in the backups still. And while a question's record
    // cannot be removed, only its tombstone keeps it from coming back.
    const gone = new Set(ids)
    for (const id of ids.filter(isOfQuestion)) {
      if (!records.forgetQuestion(id)) gone.delete(id)
      // Each waits for the disk, and others want their turn.
      await nextTurn()
    }
    forgetTombstones(db, gone)
  }

  #isAnythingGone(): boolean {
    return this.#tools.db.prepare('SELECT 1 FROM tombstones').get() !== undefined
  }

  async #thinOut(made: string): Promise<void> {
    if (this.#tools.health.isDamaged) return
    await tidyOrLog('Old backups were not removed', () =>
      this.#tools.thread.run('thinOut', this.#folder, made),
    )
  }

  async #lookAfter(): Promise<void> {
    await tidyOrLog('What was deleted is still in a backup', () => this.scrub())
    if (this.#tools.health.isDamaged || this.#isDisposed) return
    await tidyOrLog('No daily backup', async () => {
      if (this.#isDue()) await this.make('daily')
    })
  }

  /** By the distance in time: a clock that was set back must not make one each hour. */
  #isDue(): boolean {
    const now = Date.now()
    // One without a byte is what Soundcheck 0.1.0 kept of a copy that it had removed itself.
    const isRecent = ({ reason, madeAtMs, sizeBytes }: BackupFile): boolean =>
      reason === 'daily' && sizeBytes > 0 && Math.abs(now - madeAtMs) < DAY_MS
    return hasWork(this.#tools.db) && !listBackupFiles(this.#folder).some(isRecent)
  }

  #refuseDamaged(): void {
    if (this.#tools.health.isDamaged) throw new AppError('DATA_DAMAGED')
  }

  #file(name: string): BackupFile {
    const file = backupFile(this.#folder, name)
    if (!file) throw new AppError('NOT_FOUND', name)
    return file
  }

  /** After whatever was asked for before it, whether that worked out or not. */
  async #inTurn<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    this.#turnCount += 1
    const turn = this.#lastTurn.then(work)
    this.#lastTurn = turn.catch(() => {})
    try {
      return await turn
    } finally {
      this.#turnCount -= 1
    }
  }
}

/** What is tidied up around a backup is no reason for it to fail. */
async function tidyOrLog(failure: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(failure, error)
  }
}
