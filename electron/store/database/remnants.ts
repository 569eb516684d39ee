import { closeSync, openSync, readSync } from 'node:fs'
import { checkpoint, type Database } from './database'

const STEP_BYTES = 4 * 1024 * 1024
/** Looking for more than this takes longer than writing the database anew. */
const SOUGHT_AT_MOST = 40

/**
 * Writes the database anew when what was removed still stands somewhere in its file. `secure_delete`
 * overwrites the rows that are deleted, but not the copies in the empty part of a page that SQLite
 * has left there when it moved them to another one. A row begins with its id, so the ids are what is
 * looked for. In a library of 100,000 takes looking takes a tenth of a second, and writing some two:
 * it is for the app's end.
 * @param file the database's own
 * @param removedIds of takes and sessions
 * @throws SQLite's error, as on a full disk; nothing is lost then
 */
export function takeOutRemnants(db: Database, file: string, removedIds: readonly string[]): void {
  if (removedIds.length === 0) return
  checkpoint(db)
  if (removedIds.length <= SOUGHT_AT_MOST && !holdsAny(file, removedIds)) return
  db.exec('VACUUM')
}

function holdsAny(file: string, texts: readonly string[]): boolean {
  const overlap = Math.max(...texts.map((text) => Buffer.byteLength(text)))
  const bytes = Buffer.alloc(STEP_BYTES + overlap)
  const descriptor = openSync(file, 'r')
  try {
    for (let position = 0; ; position += STEP_BYTES) {
      const length = readSync(descriptor, bytes, 0, bytes.length, position)
      if (texts.some((text) => bytes.subarray(0, length).includes(text))) return true
      if (length < bytes.length) return false
    }
  } finally {
    closeSync(descriptor)
  }
}
