import {
  openSync,
  closeSync,
  writeSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'

const PAGE_BYTES = 4096

/** Ways in which a database comes to harm; each is given the data folder. */
export const DATABASE_DAMAGE: Record<string, (folder: string) => void> = {
  'header of zeros': (folder) => overwrite(fileIn(folder), 0, Buffer.alloc(100)),
  'cut in half': (folder) => truncateSync(fileIn(folder), halfOf(fileIn(folder))),
  'cut within a page': (folder) => truncateSync(fileIn(folder), halfOf(fileIn(folder)) + 1000),
  'a page of noise where takes are': (folder) =>
    overwrite(fileIn(folder), rootPage(folder, 'takes'), randomBytes(PAGE_BYTES)),
  'a page of ones where sessions are': (folder) =>
    overwrite(fileIn(folder), rootPage(folder, 'sessions'), Buffer.alloc(PAGE_BYTES, 0xff)),
  'everything but the first page is zeros': (folder) => {
    const rest = statSync(fileIn(folder)).size - PAGE_BYTES
    overwrite(fileIn(folder), PAGE_BYTES, Buffer.alloc(rest))
  },
  'a text file in its place': (folder) =>
    writeFileSync(fileIn(folder), 'This is not a database.\n'),
  'noise in its place': (folder) => writeFileSync(fileIn(folder), randomBytes(200_000)),
  'a file of 0 bytes': (folder) => truncateSync(fileIn(folder), 0),
  'no file at all': (folder) => rmSync(fileIn(folder)),
  'another, empty database in its place': (folder) => {
    rmSync(fileIn(folder))
    const other = new Database(fileIn(folder))
    other.exec('CREATE TABLE something (id)')
    other.close()
  },
  'noise, and the newest backup is noise too': (folder) => {
    writeFileSync(fileIn(folder), randomBytes(200_000))
    writeFileSync(join(folder, 'backups', '2999-01-01T00-00-00.000Z.daily.db'), randomBytes(9000))
  },
  'noise, and there is no backup': (folder) => {
    writeFileSync(fileIn(folder), randomBytes(200_000))
    rmSync(join(folder, 'backups'), { recursive: true })
  },
  'no database, no backup, and no records beside the sound': (folder) => {
    rmSync(fileIn(folder))
    rmSync(join(folder, 'backups'), { recursive: true })
    for (const name of readdirSync(join(folder, 'takes'), { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.json')) rmSync(join(folder, 'takes', name))
    }
  },
}

/** Whether this way leaves records beside the sound, to find notes and ratings by. */
export function keepsRecords(way: string): boolean {
  return !way.endsWith('no records beside the sound')
}

function fileIn(folder: string): string {
  return join(folder, 'soundcheck.db')
}

function halfOf(file: string): number {
  return Math.floor(statSync(file).size / 2 / PAGE_BYTES) * PAGE_BYTES
}

function overwrite(file: string, position: number, bytes: Uint8Array): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, bytes, 0, bytes.length, position)
  closeSync(descriptor)
}

/** Where in the file the first page of a table is. */
function rootPage(folder: string, table: string): number {
  const db = new Database(fileIn(folder), { readonly: true })
  const page = db
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table)!
  db.close()
  if (readFileSync(fileIn(folder)).length < page * PAGE_BYTES) throw new Error('No such page')
  return (page - 1) * PAGE_BYTES
}
