import type { Migration } from './migration'

/*
 * What was deleted for good, until it is gone from the backups too: a kill in between must not
 * leave it there. A take without sound that is forgotten, and a session in which nothing was
 * recorded, leave none: nobody has deleted them, and no backup has a word of theirs.
 */
export const tombstones: Migration = {
  version: 2,
  up: (db) => {
    db.exec(`
      CREATE TABLE tombstones (
        id TEXT NOT NULL PRIMARY KEY
      ) STRICT, WITHOUT ROWID;

      CREATE TRIGGER takes_leave_tombstone AFTER DELETE ON takes
      WHEN old.state <> 'recording' OR old.notes <> '' BEGIN
        INSERT OR IGNORE INTO tombstones (id) VALUES (old.id);
      END;
      CREATE TRIGGER sessions_leave_tombstone AFTER DELETE ON sessions
      WHEN old.deleted_at_ms IS NOT NULL OR old.finished_at_ms IS NOT NULL BEGIN
        INSERT OR IGNORE INTO tombstones (id) VALUES (old.id);
      END;
    `)
  },
}
