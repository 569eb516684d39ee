import { onTestFinished } from 'vitest'
import { join } from 'node:path'
import { copyDatabase } from '../../../../electron/backups/copyDatabase'
import {
  closeDatabase,
  openDatabase,
  type Database,
} from '../../../../electron/store/database/database'
import {
  previewRestore,
  restoreBackup,
  type SoundOf,
} from '../../../../electron/backups/restoreBackup'
import type { RestoreChanges } from '../../../../shared/backup'
import { temporaryFolder } from '../store/fixture'

export const NO_CHANGES: RestoreChanges = {
  questionsBack: 0,
  questionsMerged: 0,
  interviewsBack: 0,
  sessionsBack: 0,
  takesBack: 0,
  takesWithoutSound: 0,
  takesChanged: 0,
  takesMerged: 0,
  takesKept: 0,
}

/** What the database is at this moment, as a backup of its own. */
export function backupOf(db: Database): Database {
  const file = join(temporaryFolder(), 'backup.db')
  copyDatabase(db, file)
  const backup = openDatabase(file)
  onTestFinished(() => closeDatabase(backup))
  return backup
}

/** Every take has its sound, but these. */
export function soundBut(...missing: string[]): SoundOf {
  return ({ id }) => (missing.includes(id) ? null : 24_000)
}

/** Restores, and makes sure that the preview had said the same. */
export function restore(
  db: Database,
  backup: Database,
  soundOf: SoundOf = soundBut(),
): RestoreChanges {
  const before = everythingIn(db)
  const preview = previewRestore(db, backup, soundOf)
  if (everythingIn(db) !== before) throw new Error('The preview has changed something')
  const restored = restoreBackup(db, backup, soundOf)
  if (JSON.stringify(preview) !== JSON.stringify(restored)) {
    throw new Error(`The preview said ${JSON.stringify(preview)}`)
  }
  return restored
}

/** All rows of all our tables, to compare. */
export function everythingIn(db: Database): string {
  const tables = ['packs', 'questions', 'sessions', 'session_questions', 'takes', 'settings']
  return JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all()))
}
