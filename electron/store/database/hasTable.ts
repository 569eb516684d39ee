import type { Database } from './database'

/** Whether a database of any kind has a table of this name: an older one of ours may not. */
export function hasTable(db: Database, name: string): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined
}
