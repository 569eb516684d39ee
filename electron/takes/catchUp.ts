import { statSync } from 'node:fs'
import { applySessionRecord, applyTakeRecord } from '../store/applyRecord'
import type { Database } from '../store/database'
import { listSessionIds } from '../store/records'
import type { TakeFiles, TakeRef } from './files'
import { readSessionRecord, readTakeRecord } from './recordKeeper'

/**
 * After a backup has taken the database's place: what was written about its takes and sessions
 * since it was made is read from the records beside the sound.
 */
export function catchUp(db: Database, files: TakeFiles, backupAtMs: number): void {
  const isNewer = (file: string): boolean =>
    (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > backupAtMs

  for (const sessionId of listSessionIds(db)) {
    if (!isNewer(files.sessionRecord(sessionId))) continue
    const record = readSessionRecord(files, sessionId)
    if (record) applySessionRecord(db, record)
  }
  const takes = db
    .prepare<[], TakeRef>('SELECT id AS takeId, session_id AS sessionId FROM takes')
    .all()
  for (const take of takes.filter((each) => isNewer(files.record(each)))) {
    const record = readTakeRecord(files, take)
    if (record) applyTakeRecord(db, record)
  }
}
