import type { Database } from 'better-sqlite3'
import { AppError } from '../../../shared/errors'
import { firstSchema } from './migrations/001-first-schema'
import { tombstones } from './migrations/002-tombstones'
import { listening } from './migrations/003-listening'
import { revisions } from './migrations/004-revisions'
import { searchTablesAside } from './migrations/005-search-tables-aside'
import { freeSessions } from './migrations/006-free-sessions'
import { belongings } from './migrations/007-belongings'
import { ancestors } from './migrations/008-ancestors'
import { ownQuestions } from './migrations/009-own-questions'
import { interviews } from './migrations/010-interviews'
import { practice } from './migrations/011-practice'
import type { Migration } from './migrations/migration'

/** Every migration ever released, in order. A released one is never changed: write the next. */
export const MIGRATIONS: readonly Migration[] = [
  firstSchema,
  tombstones,
  listening,
  revisions,
  searchTablesAside,
  freeSessions,
  belongings,
  ancestors,
  ownQuestions,
  interviews,
  practice,
]

/** The schema that this Soundcheck reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length

const LAST_SCHEMA_OF_0_1_0 = 3

export function schemaVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

/** Whether it is a database of an older Soundcheck; a new one without any schema is not. */
export function isOlder(db: Database): boolean {
  const version = schemaVersion(db)
  return version > 0 && version < SCHEMA_VERSION
}

/**
 * Whether words may stand twice in the file: Soundcheck 0.1.0 left some in the empty parts of pages
 * when it copied a database, where deleting does not reach them. `VACUUM` takes them out.
 */
export function mayHaveLeftWords(db: Database): boolean {
  return isOlder(db) && schemaVersion(db) <= LAST_SCHEMA_OF_0_1_0
}

/** @throws {AppError} DATA_NEWER when the database is from a newer Soundcheck. Only reads. */
export function refuseNewerSchema(db: Database, known: number = SCHEMA_VERSION): void {
  const found = schemaVersion(db)
  if (found > known) {
    throw new AppError(
      'DATA_NEWER',
      `The data was written by a newer Soundcheck (schema ${String(found)}, this one knows ${String(known)}). It was not changed.`,
    )
  }
}

/**
 * Takes the database from whatever version it has to the newest one, each step in a transaction
 * of its own together with its version number: a kill leaves the old version or the new one.
 * @throws {AppError} DATA_NEWER when the database is from a newer Soundcheck, INTERNAL when a step
 * would leave rows that refer to nothing.
 */
export function migrate(db: Database, migrations: readonly Migration[] = MIGRATIONS): void {
  refuseNewerSchema(db, migrations.length)
  const pending = migrations.slice(schemaVersion(db))
  if (pending.length === 0) return

  // To change a table SQLite needs it rebuilt and the old one dropped; with foreign keys on, that
  // would delete every row that refers to it. The setting cannot change within a transaction.
  const foreignKeys = db.pragma('foreign_keys', { simple: true }) as number
  db.pragma('foreign_keys = OFF')
  try {
    for (const migration of pending) apply(db, migration)
  } finally {
    db.pragma(`foreign_keys = ${String(foreignKeys)}`)
  }
}

function apply(db: Database, migration: Migration): void {
  const step = db.transaction(() => {
    migration.up(db)
    const orphans = db.pragma('foreign_key_check') as unknown[]
    if (orphans.length > 0) {
      throw new AppError(
        'INTERNAL',
        `Migration ${String(migration.version)} left ${String(orphans.length)} rows that refer to nothing`,
      )
    }
    db.pragma(`user_version = ${String(migration.version)}`)
  })
  step.immediate()
}
