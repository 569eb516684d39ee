import { copyFileSync, existsSync, statSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { closeByRecord } from './adoptRecord'
import { applySessionRecord, applyTakeRecord } from './applyRecord'
import type { Database } from '../store/database/database'
import { mergeSessions, mergeTakes } from '../records/mergeRecords'
import {
  allTakeRecords,
  listSessionIds,
  sessionRecord,
  takeRecord,
  type SessionRecord,
  type TakeRecord,
} from '../records/records'
import type { CaughtUp } from './rescueDatabase'
import { newerOf, type Library, type Revision } from '../store/database/revisions'
import type { TakeFiles, TakeRef } from '../takes/takeFiles'
import { readSessionRecord, readTakeRecord } from '../records/recordKeeper'

/**
 * Before a backup takes the database's place: what was written about its takes and sessions since
 * it was made is read from the records beside the sound. What is newer the revisions say alone.
 * @param library which one it is and what it had counted when the backup was made
 */
export function catchUp(db: Database, files: TakeFiles, library: Library): CaughtUp {
  const takes = listTakes(db)
  const caughtUp: CaughtUp = { undecidedTakes: [], unrecordedTakes: [] }

  const apply = db.transaction(() => {
    for (const sessionId of listSessionIds(db)) {
      applyOrLog(`session ${sessionId}`, () => {
        const record = readSessionRecord(files, sessionId)
        if (record) catchUpSession(db, record, library)
      })
    }
    for (const take of takes) {
      applyOrLog(`take ${take.takeId}`, () => catchUpTake(db, files, take, library, caughtUp))
    }
  })
  apply.immediate()
  return caughtUp
}

interface ListedTake extends TakeRef {
  /** As it was in the backup: giving up its place as best one for another take is a change too. */
  revision: Revision | null
}

function listTakes(db: Database): ListedTake[] {
  return [...allTakeRecords(db)].map(({ id: takeId, sessionId, revision }) => ({
    takeId,
    sessionId,
    revision,
  }))
}

function catchUpSession(db: Database, record: SessionRecord, library: Library): void {
  const row = sessionRecord(db, record.id)
  if (!row) return
  const newer = newerOf(row.revision, record.revision, library)
  if (newer === 'record') applySessionRecord(db, record)
  // A change of its own: what both said is in no other version.
  if (newer === 'undecided' && !saysTheSame(row, record))
    applySessionRecord(db, mergeSessions(row, record), 'counted')
}

function catchUpTake(
  db: Database,
  files: TakeFiles,
  take: ListedTake,
  library: Library,
  caughtUp: CaughtUp,
): void {
  const record = readTakeRecord(files, take)
  const row = takeRecord(db, take.takeId)
  const soundBytes = statSync(files.audio(take), { throwIfNoEntry: false })?.size ?? 0
  if (!row) return
  if (!record) {
    if (soundBytes > 0) caughtUp.unrecordedTakes.push(take.takeId)
    return
  }
  const isClosedSince = row.durationMs === null && record.durationMs !== null
  if (isClosedSince && soundBytes > 0) closeByRecord(db, record, soundBytes)

  const newer = newerOf(take.revision, record.revision, library)
  if (newer === 'record') applyTakeRecord(db, record)
  if (newer !== 'undecided' || saysTheSame(row, record)) return
  caughtUp.undecidedTakes.push(take.takeId)
  const both = mergeTakes(row, record)
  if (both) applyTakeRecord(db, both, 'counted')
  else keepAside(files, take)
}

/** Whether a person said the same in both. */
function saysTheSame<Record extends TakeRecord | SessionRecord>(row: Record, record: Record) {
  return isDeepStrictEqual(saidIn(row), saidIn(record))
}

function saidIn(record: TakeRecord | SessionRecord): unknown {
  if (record.format === 'soundcheck-session') return [record.finishedAtMs, record.deletedAtMs]
  const { notes, rating, isBest, marks, rubric, isRecovered, deletedAtMs } = record
  return [notes, rating, isBest, marks, rubric, isRecovered, deletedAtMs]
}

/** Together they are more than a take can have: the record stays, under a name that goes with the take. */
function keepAside(files: TakeFiles, take: TakeRef): void {
  const record = files.record(take)
  let number = 1
  while (existsSync(`${record}.${String(number)}`)) number += 1
  copyFileSync(record, `${record}.${String(number)}`)
}

/** A record that cannot be applied is worth less than a backup: the others go on. */
function applyOrLog(what: string, apply: () => void): void {
  try {
    apply()
  } catch (error) {
    console.error(`The record of ${what} was not applied`, error)
  }
}
