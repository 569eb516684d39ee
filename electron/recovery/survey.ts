import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { IdSchema } from '../../shared/model'
import type { DataFolder } from '../disk/dataFolder'
import { SOUND_NAME, type TakeRef } from '../takes/takeFiles'
import { revisionOf } from '../store/database/revisions'
import {
  isLibraryRecorded,
  RECENT_CHANGES,
  recordedRevision,
  surveyQuestions,
  surveySessions,
} from './surveyRecords'

/** Where the files of takes and the rows of the database do not agree. */
export interface SurveyResult {
  /** Sound without a row. */
  unknown: TakeRef[]
  /** Finished takes whose file is missing, or not as long as it was. */
  doubtful: TakeRef[]
  /** Takes without a record beside their sound, or with one that leaves something out. */
  unrecorded: TakeRef[]
  /** Sessions with takes whose record is missing or that of an earlier change. */
  unrecordedSessions: string[]
  /** Questions without a record, or with that of an earlier change, or without a row by now. */
  unrecordedQuestions: string[]
  /** Whether the record of the library says which one it is, where it is at home, and its last change. */
  isLibraryRecorded: boolean
}

interface Row {
  takeId: string
  sessionId: string
  state: string
  sizeBytes: number
  /** 1: it was last changed by Soundcheck 0.1.0, which kept choices in no record. */
  hasOldChoices: number
  /** 1: a kill may have come between it and its record. */
  isRecent: number
  libraryId: string | null
  revision: number | null
}

/**
 * Compares every folder of takes with the database. Only looks: rows and files change while it
 * runs, so whoever acts on what it found looks once more.
 * @throws the error of the file system or of SQLite
 */
export function survey(dataFolder: DataFolder): SurveyResult {
  const root = dataFolder.takes
  const rows = rowsBySession(dataFolder.database)
  const result: SurveyResult = {
    unknown: [],
    doubtful: [],
    unrecorded: [],
    unrecordedSessions: surveySessions(dataFolder),
    unrecordedQuestions: surveyQuestions(dataFolder),
    isLibraryRecorded: isLibraryRecorded(dataFolder),
  }
  for (const sessionId of sessionFolders(root)) {
    const known = rows.get(sessionId) ?? []
    rows.delete(sessionId)
    try {
      compare(join(root, sessionId), sessionId, known, result)
    } catch (error) {
      // What cannot be looked into says nothing about its takes; the others are looked through.
      console.error(`The folder of session ${sessionId} cannot be read`, error)
    }
  }
  // Sessions without a folder, although they have takes.
  for (const known of rows.values()) {
    const hadSound = known.filter((row) => isFinished(row) && row.sizeBytes > 0)
    result.doubtful.push(...hadSound.map(refOf))
  }
  return result
}

function compare(folder: string, sessionId: string, known: Row[], result: SurveyResult): void {
  const names = new Set(readdirSync(folder))
  for (const row of known) {
    const sizeBytes = sizeOf(join(folder, `${row.takeId}.webm`))
    if (isFinished(row) && sizeBytes !== row.sizeBytes) result.doubtful.push(refOf(row))
    if (!isRecorded(join(folder, `${row.takeId}.json`), row, names))
      result.unrecorded.push(refOf(row))
  }
  const knownIds = new Set(known.map(({ takeId }) => takeId))
  const soundIds = [...names].flatMap((name) => SOUND_NAME.exec(name)?.groups?.['id'] ?? [])
  for (const takeId of new Set(soundIds)) {
    if (!knownIds.has(takeId) && isId(takeId)) result.unknown.push({ takeId, sessionId })
  }
}

function isRecorded(file: string, row: Row, names: ReadonlySet<string>): boolean {
  if (row.hasOldChoices || !names.has(basename(file))) return false
  const revision = JSON.stringify(revisionOf(row.libraryId, row.revision))
  return !row.isRecent || recordedRevision(file) === revision
}

function rowsBySession(databaseFile: string): Map<string, Row[]> {
  const db = new BetterSqlite3(databaseFile, { readonly: true })
  try {
    const rows = db
      .prepare<[], Row>(
        `SELECT id AS takeId, session_id AS sessionId, state, size_bytes AS sizeBytes,
           revision IS NULL AND id IN (SELECT better_take_id FROM choices
             UNION SELECT other_take_id FROM choices) AS hasOldChoices,
           library_id AS libraryId, revision,
           revision > (SELECT counter FROM library) - ${String(RECENT_CHANGES)} AS isRecent
         FROM takes`,
      )
      .all()
    const bySession = new Map<string, Row[]>()
    for (const row of rows) {
      const others = bySession.get(row.sessionId)
      if (others) others.push(row)
      else bySession.set(row.sessionId, [row])
    }
    return bySession
  } finally {
    db.close()
  }
}

function sessionFolders(root: string): string[] {
  if (!existsSync(root)) return []
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isId(entry.name))
    .map(({ name }) => name)
}

function isFinished({ state }: Row): boolean {
  return state !== 'recording'
}

function refOf({ takeId, sessionId }: Row): TakeRef {
  return { takeId, sessionId }
}

function isId(name: string): boolean {
  return IdSchema.safeParse(name).success
}

/** 0 when there is no such file. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
