import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { makeBackup } from '../../../../electron/backups/copyDatabase'
import {
  closeDatabase,
  openDatabase,
  type Database,
} from '../../../../electron/store/database/database'
import { newId } from '../../../../electron/store/database/ids'
import { savePack } from '../../../../electron/store/questions/packs'
import type { CaughtUp } from '../../../../electron/recovery/rescueDatabase'
import type { Recorded } from '../../../../electron/recovery/traceLibrary'
import { startSession } from '../../../../electron/store/sessions/startSession'
import {
  insertRecordingTake,
  markTakeReady,
  setTakeNotes,
} from '../../../../electron/store/takes/takes'
import type { BackupReason } from '../../../../shared/backup'
import type { Session, Take } from '../../../../shared/model'
import { parsePack, type Pack, type PackQuestion } from '../../../../shared/pack'

export const NOW_MS = Date.UTC(2026, 0, 15, 12)

/** What records say of a library when there are none. */
export const NOTHING_RECORDED: Recorded = { library: null, revisions: [] }

/** What is found beside the sound when nothing was said since the backup. */
export const NOTHING_SINCE: CaughtUp = {
  undecidedTakes: [],
  unrecordedTakes: [],
  areSettingsFound: false,
}

export const NO_PROCESSING = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
}

/** A database in memory, closed when the test ends. */
export function memoryStore(): Database {
  const db = openDatabase(':memory:')
  onTestFinished(() => closeDatabase(db))
  return db
}

/** A folder of the test's own, removed when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-store-'))
  onTestFinished(() =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  )
  return folder
}

export function packQuestion(id: string, changes: Partial<PackQuestion> = {}): PackQuestion {
  return {
    id,
    question: `What about ${id}?`,
    whyTheyAsk: 'They want to see how you think.',
    exampleAnswers: [{ label: 'Two years in', text: `I once worked on ${id}.` }],
    talkingPoints: ['One point'],
    pitfalls: ['One pitfall'],
    followUps: [],
    outline: [],
    tags: ['process', 'technical'],
    targetSeconds: [45, 90],
    ...changes,
  }
}

export function packOf(questions: PackQuestion[], changes: Partial<Pack> = {}): Pack {
  return parsePack({
    format: 'soundcheck-pack',
    version: 1,
    id: 'trial',
    title: 'Trial',
    description: 'A pack for tests.',
    language: 'en',
    questions,
    ...changes,
  })
}

/** A store with the pack `trial` of the questions alpha, beta and gamma. */
export function trialStore(): Database {
  return withTrialPack(memoryStore())
}

/** The same in the file that the app has in this data folder; closed when the test ends. */
export function trialStoreIn(dataFolder: string): Database {
  const db = openDatabase(dataFolderAt(dataFolder).database)
  onTestFinished(() => closeDatabase(db))
  return withTrialPack(db)
}

/** Makes a backup of what is in the data folder's database, as the app does. @returns its path */
export function backUp(
  dataFolder: string,
  madeAtMs: number = NOW_MS,
  reason: BackupReason = 'daily',
): string {
  const folder = dataFolderAt(dataFolder).backups
  const order = { databaseFile: dataFolderAt(dataFolder).database, folder, reason, madeAtMs }
  return join(folder, makeBackup(order))
}

/** Runs SQL on a database that nobody has open. */
export function execOn(file: string, sql: string): void {
  const db = new BetterSqlite3(file)
  try {
    db.exec(sql)
  } finally {
    db.close()
  }
}

/** Has something else in the search of a database that nobody has open than in its texts. */
export function misfitSearch(file: string): void {
  const db = new BetterSqlite3(file)
  try {
    db.unsafeMode() // SQLite keeps these tables for itself
    db.exec("UPDATE note_search_content SET c0 = 'other'")
  } finally {
    db.close()
  }
}

function withTrialPack(db: Database): Database {
  savePack(db, packOf(['alpha', 'beta', 'gamma'].map((id) => packQuestion(id))))
  return db
}

export function start(db: Database, packId = 'trial'): Session {
  return startSession(db, { kind: 'pack', packId, startedAtMs: NOW_MS })
}

export function beginTake(
  db: Database,
  sessionId: string,
  questionId = 'trial/alpha',
  followUp?: string,
): Take {
  return insertRecordingTake(db, {
    id: newId(),
    sessionId,
    questionId,
    followUp,
    startedAtMs: NOW_MS,
    microphone: 'Desk microphone',
    processing: NO_PROCESSING,
  })
}

/** A take that can be played, with these notes; of a follow-up, when there is one. */
export function recordTake(
  db: Database,
  sessionId: string,
  questionId = 'trial/alpha',
  notes = '',
  followUp?: string,
): Take {
  const { id } = beginTake(db, sessionId, questionId, followUp)
  const take = markTakeReady(db, { takeId: id, durationMs: 1500.5, sizeBytes: 24_000 })
  if (notes !== '') setTakeNotes(db, { takeId: id, notes })
  return { ...take, notes }
}
