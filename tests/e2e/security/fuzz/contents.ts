import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import Database from 'better-sqlite3'
import { filesBelow } from '../../../helpers/library'

/** Everything that a data folder holds of the person's: every row of every table, and every file. */
export function contentsOf(dataFolder: string): Record<string, unknown> {
  const takes = join(dataFolder, 'takes')
  const files = filesBelow(takes).map((file) => [
    relative(dataFolder, file),
    { changedAtMs: statSync(file).mtimeMs, hash: hashOf(readFileSync(file)) },
  ])
  return { ...rowsOf(join(dataFolder, 'soundcheck.db')), ...Object.fromEntries(files) }
}

function rowsOf(file: string): Record<string, unknown[]> {
  const db = new Database(file, { readonly: true })
  try {
    const tables = db
      .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
      .pluck()
      .all()
    return Object.fromEntries(
      tables.map((table) => [
        table,
        db
          .prepare(`SELECT * FROM "${table}"`)
          .raw()
          .all()
          .map((row) => JSON.stringify(row, binary)),
      ]),
    )
  } finally {
    db.close()
  }
}

function binary(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? hashOf(value) : value
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
