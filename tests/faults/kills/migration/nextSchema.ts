import { MIGRATIONS } from '../../../../electron/store/database/migrate'
import type { Migration } from '../../../../electron/store/database/migrations/migration'

/** The search index makes changes of notes slow, so not all of them are. */
const MOVED_TAKES = 100

/** A made-up migration after the newest real one: it changes a large table, row by row. */
const NEXT_SCHEMA: Migration = {
  version: MIGRATIONS.length + 1,
  up: (db) => {
    db.exec(`ALTER TABLE takes ADD COLUMN mood TEXT NOT NULL DEFAULT ''`)
    const ids = db.prepare<[], string>('SELECT id FROM takes ORDER BY id').pluck().all()
    const setMood = db.prepare('UPDATE takes SET mood = ? WHERE id = ?')
    for (const id of ids) setMood.run(`mood of ${id}`, id)
    const addToNotes = db.prepare('UPDATE takes SET notes = notes || ? WHERE id = ?')
    for (const id of ids.slice(0, MOVED_TAKES)) addToNotes.run(ADDED_TO_NOTES, id)
  },
}

export const ADDED_TO_NOTES = ' (moved)'

export const ALL_MIGRATIONS: readonly Migration[] = [...MIGRATIONS, NEXT_SCHEMA]
