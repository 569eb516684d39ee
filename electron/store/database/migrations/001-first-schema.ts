import type { Migration } from './migration'

/*
 * `key` beside `id`: full-text search refers to rows by an integer that must never change, which
 * SQLite promises only for a declared INTEGER PRIMARY KEY.
 */
const TABLES = `
  CREATE TABLE packs (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    language TEXT NOT NULL,
    -- SHA-256 of the pack as it was last saved: tells whether it has changed
    digest TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE questions (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    pack_id TEXT NOT NULL REFERENCES packs (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    question TEXT NOT NULL,
    why_they_ask TEXT NOT NULL,
    example_answers TEXT NOT NULL CHECK (json_valid(example_answers)),
    talking_points TEXT NOT NULL CHECK (json_valid(talking_points)),
    pitfalls TEXT NOT NULL CHECK (json_valid(pitfalls)),
    tags TEXT NOT NULL CHECK (json_valid(tags)),
    target_shortest_ms INTEGER NOT NULL,
    target_longest_ms INTEGER NOT NULL,
    -- 1: no longer in the pack, kept for the sessions that ask it
    retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
  ) STRICT;

  CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    pack_id TEXT NOT NULL REFERENCES packs (id),
    started_at_ms INTEGER NOT NULL,
    -- NULL: not finished
    finished_at_ms INTEGER,
    current_question_id TEXT NOT NULL REFERENCES questions (id),
    -- NULL: not deleted; otherwise hidden, and gone for good once it cannot be undone
    deleted_at_ms INTEGER
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE session_questions (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 1),
    question_id TEXT NOT NULL REFERENCES questions (id),
    PRIMARY KEY (session_id, position),
    UNIQUE (session_id, question_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE takes (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    state TEXT NOT NULL CHECK (state IN ('recording', 'ready', 'damaged')),
    started_at_ms INTEGER NOT NULL,
    -- NULL: still recording
    duration_ms REAL CHECK ((duration_ms IS NULL) = (state = 'recording')),
    size_bytes INTEGER NOT NULL DEFAULT 0,
    microphone TEXT NOT NULL,
    echo_cancellation INTEGER NOT NULL CHECK (echo_cancellation IN (0, 1)),
    noise_suppression INTEGER NOT NULL CHECK (noise_suppression IN (0, 1)),
    auto_gain_control INTEGER NOT NULL CHECK (auto_gain_control IN (0, 1)),
    is_best INTEGER NOT NULL DEFAULT 0 CHECK (is_best IN (0, 1)),
    -- NULL: not rated
    rating INTEGER CHECK (rating BETWEEN 1 AND 4),
    notes TEXT NOT NULL DEFAULT '',
    -- 1: a crash ended it, and the person has not said yet whether to keep it
    is_recovered INTEGER NOT NULL DEFAULT 0 CHECK (is_recovered IN (0, 1)),
    -- NULL: not deleted; otherwise hidden, and gone for good once it cannot be undone
    deleted_at_ms INTEGER,
    UNIQUE (session_id, question_id, number),
    FOREIGN KEY (session_id, question_id)
      REFERENCES session_questions (session_id, question_id) ON DELETE CASCADE
  ) STRICT;

  CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT, WITHOUT ROWID;
`

const INDEXES = `
  CREATE INDEX questions_by_pack ON questions (pack_id, position);

  CREATE INDEX sessions_by_pack ON sessions (pack_id, id);
  CREATE INDEX sessions_unfinished ON sessions (pack_id, id) WHERE finished_at_ms IS NULL;
  CREATE INDEX sessions_deleted ON sessions (deleted_at_ms) WHERE deleted_at_ms IS NOT NULL;
  CREATE INDEX session_questions_by_question ON session_questions (question_id);

  -- What a person can see of a session. Has all that counts and lengths need: SQLite looks at the
  -- columns of the condition too, although it knows that every row in the index fulfils it.
  CREATE INDEX takes_kept ON takes (session_id, question_id, duration_ms, deleted_at_ms, state)
    WHERE deleted_at_ms IS NULL AND state <> 'recording';
  CREATE UNIQUE INDEX takes_best ON takes (session_id, question_id) WHERE is_best = 1;
  CREATE INDEX takes_recording ON takes (id) WHERE state = 'recording';
  CREATE INDEX takes_recovered ON takes (id) WHERE is_recovered = 1;
  CREATE INDEX takes_deleted ON takes (deleted_at_ms) WHERE deleted_at_ms IS NOT NULL;
`

/*
 * Without 'secure-delete' a deleted note would stay in the index until its segments merge.
 * note_search holds no text of its own (content='takes'), so its triggers hand over the old notes.
 */
const SEARCH = `
  CREATE VIRTUAL TABLE question_search USING fts5 (
    question, example_answers,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
  );
  INSERT INTO question_search (question_search, rank) VALUES ('secure-delete', 1);

  CREATE TRIGGER questions_after_insert AFTER INSERT ON questions BEGIN
    INSERT INTO question_search (rowid, question, example_answers) VALUES (
      new.key, new.question,
      (SELECT group_concat(value ->> 'text', char(10)) FROM json_each(new.example_answers))
    );
  END;
  CREATE TRIGGER questions_after_update AFTER UPDATE OF question, example_answers ON questions BEGIN
    UPDATE question_search SET
      question = new.question,
      example_answers =
        (SELECT group_concat(value ->> 'text', char(10)) FROM json_each(new.example_answers))
    WHERE rowid = new.key;
  END;
  CREATE TRIGGER questions_after_delete AFTER DELETE ON questions BEGIN
    DELETE FROM question_search WHERE rowid = old.key;
  END;

  CREATE VIRTUAL TABLE note_search USING fts5 (
    notes, content = 'takes', content_rowid = 'key',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
  );
  INSERT INTO note_search (note_search, rank) VALUES ('secure-delete', 1);

  CREATE TRIGGER takes_after_insert AFTER INSERT ON takes WHEN new.notes <> '' BEGIN
    INSERT INTO note_search (rowid, notes) VALUES (new.key, new.notes);
  END;
  CREATE TRIGGER takes_after_update AFTER UPDATE OF notes ON takes WHEN old.notes <> new.notes BEGIN
    INSERT INTO note_search (note_search, rowid, notes)
      SELECT 'delete', old.key, old.notes WHERE old.notes <> '';
    INSERT INTO note_search (rowid, notes) SELECT new.key, new.notes WHERE new.notes <> '';
  END;
  CREATE TRIGGER takes_after_delete AFTER DELETE ON takes WHEN old.notes <> '' BEGIN
    INSERT INTO note_search (note_search, rowid, notes) VALUES ('delete', old.key, old.notes);
  END;
`

export const firstSchema: Migration = {
  version: 1,
  up: (db) => {
    db.exec(TABLES)
    db.exec(INDEXES)
    db.exec(SEARCH)
  },
}
