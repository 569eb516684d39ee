import type { Migration } from './migration'

/*
 * What was deleted for good, until it is gone from the backups too: a kill in between must not
 * leave it there.
 */
export const tombstones: Migration = {
  version: 2,
  up: (db) => {
    db.exec(`
      CREATE TABLE tombstones (
        id TEXT NOT NULL PRIMARY KEY
      ) STRICT, WITHOUT ROWID;

      CREATE TRIGGER takes_leave_tombstone AFTER DELETE ON takes BEGIN
        INSERT OR IGNORE INTO tombstones (id) VALUES (old.id);
      END;
      CREATE TRIGGER sessions_leave_tombstone AFTER DELETE ON sessions BEGIN
        INSERT OR IGNORE INTO tombstones (id) VALUES (old.id);
      END;
    `)
  },
}
