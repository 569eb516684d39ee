import { rmSync, statSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { AppError } from '../../shared/errors'
import { codeOf } from '../disk/durableFiles'
import { listBackupFiles, type BackupFile } from './backupFiles'
import { checkDatabase, hasOurTables, isDamage } from '../store/database/checkDatabase'
import { refuseNewerFile, type Database } from '../store/database/database'
import { removeDatabaseFiles } from '../store/database/databaseFiles'
import { hasTable } from '../store/database/hasTable'
import { SEARCHED_QUESTIONS } from '../store/search/searched'
import { dropSearch } from '../store/search/searchTables'
import { forgetPack, forgetQuestions } from '../store/questions/deleteQuestion'

/** Nobody else should have a backup open; whoever ends the app waits for this. */
const PATIENCE_MS = 200

/** What has an id of its own; older backups do not have all of them. */
const TABLES = ['takes', 'sessions', 'questions', 'packs', 'question_drafts', 'interviews']

const MANY = 200

/** Whoever copies a backup into the folder is not done with it yet. */
const COPIED_WITHIN_MS = 60_000

export interface ScrubOrder {
  /** That of the backups. */
  folder: string
  /** Where damaged databases lie: nothing can be removed from those, so they go as a whole. */
  damagedFolder: string
  /** Of everything that was deleted for good: takes, sessions, questions, packs, drafts, interviews. */
  ids: readonly string[]
}

/**
 * Removes from every backup what was deleted for good: no word of it stays there. A backup that
 * cannot be cleaned, because it is damaged, is removed itself, unless it is still being copied
 * there; one of a newer Soundcheck is left to that.
 * @throws the first error, after every backup had its turn; what is not done is tried again next time
 */
export function scrubBackups({ folder, damagedFolder, ids }: ScrubOrder): void {
  rmSync(damagedFolder, { recursive: true, force: true })
  const failures: unknown[] = []
  for (const file of listBackupFiles(folder)) {
    try {
      scrub(file, ids)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}

function scrub(file: BackupFile, ids: readonly string[]): void {
  try {
    refuseNewerFile(file.path)
    removeFrom(file.path, ids)
  } catch (error) {
    if (isTemporary(error) || isFresh(file.path)) throw error
    console.error(`The backup ${file.name} cannot be cleaned and is removed`, error)
    removeDatabaseFiles(file.path)
  }
}

/** By the time of the last change, which copying tools do not bring along. */
function isFresh(path: string): boolean {
  const { ctimeMs } = statSync(path)
  return Math.abs(Date.now() - ctimeMs) < COPIED_WITHIN_MS
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
    const tables = TABLES.filter((table) => hasTable(db, table))
    const isKnown = db.prepare(
      tables.map((table) => `SELECT 1 FROM ${table} WHERE id = @id`).join(' UNION ALL '),
    )
    const known = ids.filter((id) => isKnown.get({ id }))
    // Most backups know nothing of it: those are not written to.
    if (known.length === 0 && !hasTombstones(db)) return
    // Of one that is half copied the beginning is good already.
    checkDatabase(db)
    const remove = tables
      .filter((table) => table !== 'questions' && table !== 'packs')
      .map((table) => db.prepare(`DELETE FROM ${table} WHERE id = ?`))
    db.transaction(() => {
      for (const id of known) {
        for (const statement of remove) statement.run(id)
      }
      // Then: words stay only where a session is left that asks the question.
      // Many are taken out of a search only slowly, and whoever opens the backup makes that anew.
      if (known.length > MANY) dropSearch(db, SEARCHED_QUESTIONS)
      forgetQuestions(db, known)
      for (const id of known) forgetPack(db, id)
      if (hasTombstones(db)) db.exec('DELETE FROM tombstones')
    })()
    // SQLite overwrites what is deleted, but not what it moved when it filled or merged pages before.
    db.exec('VACUUM')
  } finally {
    db.close()
  }
}

function hasTombstones(db: Database): boolean {
  return hasTable(db, 'tombstones') && db.prepare('SELECT 1 FROM tombstones').get() !== undefined
}
