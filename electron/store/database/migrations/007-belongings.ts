import type { Migration } from './migration'

/*
 * What belongs to the library as a whole is counted like anything else. A deleted question is kept,
 * as its words alone, as long as a session asks it.
 */
export const belongings: Migration = {
  version: 7,
  up: (db) => {
    db.exec(`
      -- By which change what belongs to it became what it is; NULL: it was never changed
      ALTER TABLE library ADD COLUMN library_id TEXT;
      ALTER TABLE library ADD COLUMN revision INTEGER CHECK ((revision IS NULL) = (library_id IS NULL));

      ALTER TABLE questions ADD COLUMN is_deleted INTEGER NOT NULL DEFAULT 0
        CHECK (is_deleted IN (0, 1));
    `)
  },
}
