import { v4 } from 'uuid'
import type { Migration } from './migration'

/*
 * Which library this is, and how many changes were made in it; and for everything that a person can
 * change, by which change of which library it became what it is. See store/revisions.ts.
 */
export const revisions: Migration = {
  version: 4,
  up: (db) => {
    db.exec(`
      CREATE TABLE library (
        -- there is one row
        one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
        id TEXT NOT NULL,
        -- how many changes were counted
        counter INTEGER NOT NULL CHECK (counter >= 0)
      ) STRICT;
    `)
    db.prepare('INSERT INTO library (one, id, counter) VALUES (1, ?, 0)').run(v4())
    for (const table of ['takes', 'sessions', 'questions']) {
      db.exec(`
        -- NULL: last changed by a Soundcheck that did not count
        ALTER TABLE ${table} ADD COLUMN library_id TEXT;
        ALTER TABLE ${table} ADD COLUMN revision INTEGER CHECK ((revision IS NULL) = (library_id IS NULL));
      `)
    }
  },
}
