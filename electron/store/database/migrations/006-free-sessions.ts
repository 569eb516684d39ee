import type { Migration } from './migration'

/*
 * A session was a pack in order; now it is a titled list of questions, and a pack is only where it
 * may come from. Those that are there take their pack's title. SQLite cannot take NOT NULL away
 * from a column, so the table is made anew under its own name, which is what other tables refer to.
 */
const SESSIONS = `
  CREATE TABLE new_sessions (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    -- NULL: its questions come from several packs
    pack_id TEXT REFERENCES packs (id),
    settings TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(settings)),
    started_at_ms INTEGER NOT NULL,
    -- NULL: not finished
    finished_at_ms INTEGER,
    current_question_id TEXT NOT NULL REFERENCES questions (id),
    -- NULL: not deleted; otherwise hidden, and gone for good once it cannot be undone
    deleted_at_ms INTEGER,
    -- NULL: last changed by a Soundcheck that did not count
    library_id TEXT,
    revision INTEGER CHECK ((revision IS NULL) = (library_id IS NULL))
  ) STRICT, WITHOUT ROWID;

  INSERT INTO new_sessions
      (id, kind, title, pack_id, started_at_ms, finished_at_ms, current_question_id, deleted_at_ms,
        library_id, revision)
    SELECT sessions.id, 'pack', coalesce(packs.title, pack_id), pack_id,
      started_at_ms, finished_at_ms, current_question_id, deleted_at_ms,
      sessions.library_id, sessions.revision
    FROM sessions LEFT JOIN packs ON packs.id = pack_id;

  -- Its indexes and its trigger go with it.
  DROP TABLE sessions;
  ALTER TABLE new_sessions RENAME TO sessions;

  CREATE INDEX sessions_by_pack ON sessions (pack_id, id);
  CREATE INDEX sessions_unfinished ON sessions (id)
    WHERE finished_at_ms IS NULL AND deleted_at_ms IS NULL;
  CREATE INDEX sessions_deleted ON sessions (deleted_at_ms) WHERE deleted_at_ms IS NOT NULL;

  CREATE TRIGGER sessions_leave_tombstone AFTER DELETE ON sessions
  WHEN old.deleted_at_ms IS NOT NULL OR old.finished_at_ms IS NOT NULL BEGIN
    INSERT OR IGNORE INTO tombstones (id) VALUES (old.id);
  END;
`

const QUESTIONS = `
  -- NULL: it has no other name
  ALTER TABLE questions ADD COLUMN short_title TEXT;
  ALTER TABLE questions ADD COLUMN follow_ups TEXT NOT NULL DEFAULT '[]'
    CHECK (json_valid(follow_ups));
  ALTER TABLE questions ADD COLUMN outline TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(outline));
  -- NULL: that of its pack
  ALTER TABLE questions ADD COLUMN language TEXT;
`

/* The answered questions of a session are counted in takes_kept, which has to know follow-ups for it. */
const TAKES = `
  -- The words of the follow-up that it answers; '': it answers the question itself
  ALTER TABLE takes ADD COLUMN follow_up TEXT NOT NULL DEFAULT ''
    CHECK (follow_up = '' OR is_best = 0);

  DROP INDEX takes_kept;
  CREATE INDEX takes_kept
    ON takes (session_id, question_id, follow_up, duration_ms, deleted_at_ms, state)
    WHERE deleted_at_ms IS NULL AND state <> 'recording';
`

export const freeSessions: Migration = {
  version: 6,
  up: (db) => {
    db.exec(SESSIONS)
    db.exec(QUESTIONS)
    db.exec(TAKES)
  },
}
