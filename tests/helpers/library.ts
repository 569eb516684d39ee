import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

export interface StoredTake {
  id: string
  session_id: string
  question_id: string
  number: number
  state: string
  duration_ms: number | null
  is_best: number
  rating: number | null
  notes: string
  deleted_at_ms: number | null
}

/** What the database in a data folder says about takes, read by a second connection, oldest first. */
export function storedTakes(dataFolder: string): StoredTake[] {
  const db = new Database(join(dataFolder, 'soundcheck.db'), { readonly: true })
  try {
    return db.prepare('SELECT * FROM takes ORDER BY id').all() as StoredTake[]
  } finally {
    db.close()
  }
}

/** The audio file of a take, as it lies on the disk. */
export function takeFile(dataFolder: string, take: StoredTake): string {
  return join(dataFolder, 'takes', take.session_id, `${take.id}.webm`)
}

export function readTake(dataFolder: string, take: StoredTake): Uint8Array {
  return readFileSync(takeFile(dataFolder, take))
}

/** Every file below a folder; links, such as Chromium's locks, are not files. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => lstatSync(file).isFile())
}
