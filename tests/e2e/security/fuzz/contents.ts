import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { filesBelow } from '../../../helpers/library'

function contentsOf(dataFolder: string): Record<string, unknown> {
  const takes = join(dataFolder, 'takes')
  const files = filesBelow(takes).map((file) => [
    relative(dataFolder, file),
    { changedAtMs: statSync(file).mtimeMs, hash: hashOf(readFileSync(file)) },
  ])
  return { ...rowsOf(join(dataFolder, 'soundcheck.db')), ...Object.fromEntries(files) }
}

/**
 * Every row of every table and every take's file, once nothing changes any more: what was asked for
 * a moment ago is still being written.
 */
export async function settledContentsOf(dataFolder: string): Promise<Record<string, unknown>> {
  for (let before = contentsOf(dataFolder); ;) {
    await wait(1000)
    const now = contentsOf(dataFolder)
    if (JSON.stringify(now) === JSON.stringify(before)) return now
    before = now
  }
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
