import type { Database } from 'better-sqlite3'

export interface Migration {
  /** The schema version that it leads to; they count from 1 without a gap. */
  readonly version: number
  /** Changes the schema; runs in a transaction, with foreign keys off and checked at the end. */
  readonly up: (db: Database) => void
}
