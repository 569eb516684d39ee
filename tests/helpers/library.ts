import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { noteCleanEnd } from '../../electron/store/database/cleanEnd'

export interface StoredTake {
  id: string
  session_id: string
  question_id: string
  follow_up: string
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

const PAGE_BYTES = 4096

/** Makes one page of a database, the first unless said, into what no page of a database is. */
export function spoilPage(file: string, position = 0): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(PAGE_BYTES, 0xff), 0, PAGE_BYTES, position)
  closeSync(descriptor)
}

/** Where in a database file the first page of a table is. */
export function placeOfTable(file: string, table: string): number {
  const db = new Database(file, { readonly: true })
  try {
    const page = db
      .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
      .pluck()
      .get(table)
    if (page === undefined) throw new Error(`No table ${table}`)
    return (page - 1) * PAGE_BYTES
  } finally {
    db.close()
  }
}

/** What a bad disk may do to the database of an app that is not running: its log would mend it. */
export function spoilDatabase(dataFolder: string): void {
  const file = join(dataFolder, 'soundcheck.db')
  rmSync(`${file}-wal`, { force: true })
  spoilPage(file)
}

/**
 * Damages a table of a database that was closed cleanly, as bits that rot do: they change neither
 * size nor dates. Writing does, so the note of the clean end is made to fit again.
 */
export function rotUnnoticed(file: string, table = 'takes'): void {
  const place = placeOfTable(file, table)
  // A connection that may only read leaves these behind.
  for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true })
  spoilPage(file, place)
  noteCleanEnd(file)
}

/** Every file below a folder; links, such as Chromium's locks, are not files. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => lstatSync(file).isFile())
}
