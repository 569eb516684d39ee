import type { Migration } from './migration'

/* What of takes is looked at: whoever changes anything else leaves the summary as it is. */
const LOOKED_AT = `question_id, session_id, follow_up, state, started_at_ms, duration_ms, is_best,
  rating, deleted_at_ms`

/*
 * What the takes of each question come to, for today's practice: made anew when it is asked for and
 * not there (see ../../practice/summaries.ts). Whatever makes one out of date removes it, whoever
 * does it: no statement can forget to.
 */
const SUMMARIES = `
  CREATE TABLE practice_summaries (
    question_id TEXT NOT NULL PRIMARY KEY REFERENCES questions (id) ON DELETE CASCADE,
    -- how much of an evening it takes
    cost_ms INTEGER NOT NULL,
    -- days are counted from the first of 1970; NULL: never said
    said_day INTEGER,
    -- NULL: never rated
    rated_day INTEGER,
    rating INTEGER CHECK ((rating IS NULL) = (rated_day IS NULL)),
    stability REAL CHECK ((stability IS NULL) = (rated_day IS NULL)),
    difficulty REAL CHECK ((difficulty IS NULL) = (rated_day IS NULL))
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER practice_take_made AFTER INSERT ON takes WHEN new.state <> 'recording' BEGIN
    DELETE FROM practice_summaries WHERE question_id = new.question_id;
  END;
  CREATE TRIGGER practice_take_changed AFTER UPDATE OF ${LOOKED_AT} ON takes BEGIN
    DELETE FROM practice_summaries WHERE question_id IN (old.question_id, new.question_id);
  END;
  CREATE TRIGGER practice_take_gone AFTER DELETE ON takes BEGIN
    DELETE FROM practice_summaries WHERE question_id = old.question_id;
  END;
  CREATE TRIGGER practice_session_hidden AFTER UPDATE OF deleted_at_ms ON sessions BEGIN
    DELETE FROM practice_summaries WHERE question_id IN
      (SELECT question_id FROM session_questions WHERE session_id = new.id);
  END;
  CREATE TRIGGER practice_target_changed
    AFTER UPDATE OF target_shortest_ms, target_longest_ms ON questions BEGIN
    DELETE FROM practice_summaries WHERE question_id = new.id;
  END;
`

const OTHERS = `
  -- "Not today": what is put off, and on which day. It holds for that day alone.
  CREATE TABLE put_off_questions (
    question_id TEXT NOT NULL PRIMARY KEY REFERENCES questions (id) ON DELETE CASCADE,
    day TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- What was said today.
  CREATE INDEX takes_by_start ON takes (started_at_ms)
    WHERE deleted_at_ms IS NULL AND state <> 'recording' AND follow_up = '';
`

export const practice: Migration = {
  version: 11,
  up: (db) => {
    db.exec(SUMMARIES)
    db.exec(OTHERS)
  },
}
