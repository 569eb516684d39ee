import type { Migration } from './migration'

/*
 * A data folder that is copied makes a second library of one. Where this one is tells whether it was
 * copied, and what it has from before, by which it knows its backups and records again. See
 * ../home.ts.
 */
export const ancestors: Migration = {
  version: 8,
  up: (db) => {
    db.exec(`
      -- NULL: no Soundcheck that knows of it has opened it
      ALTER TABLE library ADD COLUMN home TEXT;

      CREATE TABLE ancestors (
        -- from the oldest on
        position INTEGER NOT NULL PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        -- how many changes were counted when this one became another
        counter INTEGER NOT NULL CHECK (counter >= 0)
      ) STRICT;
    `)
  },
}
