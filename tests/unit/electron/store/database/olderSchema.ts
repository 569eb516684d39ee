import { renameSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import type { Database } from '../../../../../electron/store/database/database'
import { MIGRATIONS, migrate } from '../../../../../electron/store/database/migrate'

/**
 * Makes a database that nobody has open into what an older Soundcheck would have left: its own
 * tables, indexes and triggers, with the rows and columns that it knew.
 */
export function asOlderSchema(file: string, version: number): void {
  const draft = `${file}.older`
  const db = new BetterSqlite3(draft)
  try {
    migrate(db, MIGRATIONS.slice(0, version))
    db.prepare('ATTACH ? AS newer').run(file)
    db.transaction(() => {
      for (const table of tablesOf(db)) {
        const columns = columnsOf(db, table).join(', ')
        db.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM newer.${table}`)
      }
    })()
  } finally {
    db.close()
  }
  renameSync(draft, file)
}

/** Those that hold something themselves: indexes of words are filled by triggers. */
function tablesOf(db: Database): string[] {
  return db
    .prepare<[], string>(
      `SELECT name FROM main.sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_search%'`,
    )
    .pluck()
    .all()
}

function columnsOf(db: Database, table: string): string[] {
  return db
    .prepare<[string], string>("SELECT name FROM pragma_table_info(?, 'main')")
    .pluck()
    .all(table)
}
