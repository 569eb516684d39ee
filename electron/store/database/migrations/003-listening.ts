import type { Migration } from './migration'

/* What a person hears in a take, and what can be measured of it. All of it goes with its take. */
export const listening: Migration = {
  version: 3,
  up: (db) => {
    db.exec(`
      CREATE TABLE marks (
        id TEXT NOT NULL PRIMARY KEY,
        take_id TEXT NOT NULL REFERENCES takes (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN
          ('situation', 'task', 'action', 'result', 'strong', 'filler', 'wandered')),
        at_ms REAL NOT NULL CHECK (at_ms >= 0),
        note TEXT NOT NULL DEFAULT ''
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX marks_by_take ON marks (take_id, at_ms);

      -- NULL: not answered
      CREATE TABLE rubrics (
        take_id TEXT NOT NULL PRIMARY KEY REFERENCES takes (id) ON DELETE CASCADE,
        answered INTEGER CHECK (answered BETWEEN 1 AND 4),
        concrete INTEGER CHECK (concrete BETWEEN 1 AND 4),
        followable INTEGER CHECK (followable BETWEEN 1 AND 4),
        natural INTEGER CHECK (natural BETWEEN 1 AND 4)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE measures (
        take_id TEXT NOT NULL PRIMARY KEY REFERENCES takes (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        -- NULL: its sound cannot be measured
        measures TEXT CHECK (measures IS NULL OR json_valid(measures))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE choices (
        better_take_id TEXT NOT NULL REFERENCES takes (id) ON DELETE CASCADE,
        other_take_id TEXT NOT NULL REFERENCES takes (id) ON DELETE CASCADE,
        chosen_at_ms INTEGER NOT NULL,
        PRIMARY KEY (better_take_id, other_take_id, chosen_at_ms),
        CHECK (better_take_id <> other_take_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX choices_by_other ON choices (other_take_id);

      CREATE INDEX takes_by_question ON takes (question_id, id)
        WHERE deleted_at_ms IS NULL AND state <> 'recording';
    `)
  },
}
