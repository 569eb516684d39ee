import type { Migration } from './migration'

/* The interviews that one practises for, and those that one has been to. */
export const interviews: Migration = {
  version: 10,
  up: (db) => {
    db.exec(`
      CREATE TABLE interviews (
        id TEXT NOT NULL PRIMARY KEY,
        -- where it is, or with whom; may be empty
        place TEXT NOT NULL,
        -- YYYY-MM-DD, wherever one is then
        date TEXT NOT NULL,
        -- What it is practised for; NULL: what is practised for anyway
        scope TEXT CHECK (json_valid(scope)),
        -- NULL: what they asked is not told yet
        told_at_ms INTEGER,
        -- What the last calendar file said; NULL: there was none
        calendar TEXT CHECK (json_valid(calendar)),
        -- NULL: not deleted; otherwise hidden, and gone for good once it cannot be undone
        deleted_at_ms INTEGER
      ) STRICT, WITHOUT ROWID;

      -- What they asked. Not tied to the questions: their records may be found after the library's.
      CREATE TABLE interview_questions (
        interview_id TEXT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
        question_id TEXT NOT NULL,
        PRIMARY KEY (interview_id, question_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX interview_questions_by_question ON interview_questions (question_id);
    `)
  },
}
