import { statSync } from 'node:fs'
import { applySessionRecord, applyTakeRecord } from './applyRecord'
import type { Database } from '../store/database/database'
import { listSessionIds } from '../records/records'
import type { TakeFiles, TakeRef } from '../takes/takeFiles'
import { readSessionRecord, readTakeRecord } from '../records/recordKeeper'

/** Some file systems keep times to two seconds only. A record that is a little older says the same. */
const COARSE_MS = 2000

/**
 * Before a backup takes the database's place: what was written about its takes and sessions since
 * it was made is read from the records beside the sound.
 */
export function catchUp(db: Database, files: TakeFiles, backupAtMs: number): void {
  const isNewer = (file: string): boolean =>
    (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > backupAtMs - COARSE_MS
  const takes = db
    .prepare<[], TakeRef>('SELECT id AS takeId, session_id AS sessionId FROM takes')
    .all()

  const apply = db.transaction(() => {
    for (const sessionId of listSessionIds(db)) {
      applyOrLog(`session ${sessionId}`, () => {
        if (!isNewer(files.sessionRecord(sessionId))) return
        const record = readSessionRecord(files, sessionId)
        if (record) applySessionRecord(db, record)
      })
    }
    for (const take of takes) {
      applyOrLog(`take ${take.takeId}`, () => {
        if (!isNewer(files.record(take))) return
        const record = readTakeRecord(files, take)
        const sound = statSync(files.audio(take), { throwIfNoEntry: false })
        if (record) applyTakeRecord(db, record, sound?.size ?? 0)
      })
    }
  })
  apply.immediate()
}

/** A record that cannot be applied is worth less than a backup: the others go on. */
function applyOrLog(what: string, apply: () => void): void {
  try {
    apply()
  } catch (error) {
    console.error(`The record of ${what} was not applied`, error)
  }
}
