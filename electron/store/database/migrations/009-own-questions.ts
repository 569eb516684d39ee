import type { Migration } from './migration'

/* Packs of one's own, and what a person puts on any question. */
const PACKS = `
  -- built-in, own, imported
  ALTER TABLE packs ADD COLUMN kind TEXT NOT NULL DEFAULT 'built-in';
  -- among those of one's own
  ALTER TABLE packs ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
  -- NULL: not deleted; otherwise hidden, and gone for good once it cannot be undone
  ALTER TABLE packs ADD COLUMN deleted_at_ms INTEGER;
  -- 1: deleted for good; its name is kept as long as a question or a session is of it
  ALTER TABLE packs ADD COLUMN is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1));
  CREATE INDEX packs_deleted ON packs (deleted_at_ms) WHERE deleted_at_ms IS NOT NULL;
`

const QUESTIONS = `
  -- NULL: not deleted; otherwise hidden, and gone for good once it cannot be undone
  ALTER TABLE questions ADD COLUMN deleted_at_ms INTEGER;
  -- What the file said that it was brought from; NULL: from none
  ALTER TABLE questions ADD COLUMN origin TEXT CHECK (json_valid(origin));
  -- What the person has put on it
  ALTER TABLE questions ADD COLUMN own_outline TEXT NOT NULL DEFAULT '[]'
    CHECK (json_valid(own_outline));
  ALTER TABLE questions ADD COLUMN own_example_answers TEXT NOT NULL DEFAULT '[]'
    CHECK (json_valid(own_example_answers));
  ALTER TABLE questions ADD COLUMN own_tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(own_tags));
  ALTER TABLE questions ADD COLUMN is_starred INTEGER NOT NULL DEFAULT 0
    CHECK (is_starred IN (0, 1));
  ALTER TABLE questions ADD COLUMN is_not_for_me INTEGER NOT NULL DEFAULT 0
    CHECK (is_not_for_me IN (0, 1));

  CREATE INDEX questions_deleted ON questions (deleted_at_ms) WHERE deleted_at_ms IS NOT NULL;
  -- All that a list and a count look at.
  CREATE INDEX questions_shown
    ON questions (pack_id, position, id, is_not_for_me, is_starred, retired, deleted_at_ms)
    WHERE retired = 0 AND deleted_at_ms IS NULL;
  CREATE INDEX questions_left_over ON questions (is_deleted) WHERE is_deleted = 1;
`

const RETAG = `
  DELETE FROM question_tags WHERE question_id = new.id;
  INSERT INTO question_tags (question_id, tag)
    SELECT new.id, value FROM json_each(new.tags)
    UNION SELECT new.id, value FROM json_each(new.own_tags);
`

const TAGS = `
  -- Made from both lists of tags of a question.
  CREATE TABLE question_tags (
    question_id TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (question_id, tag)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX question_tags_by_tag ON question_tags (tag, question_id);
  INSERT INTO question_tags (question_id, tag)
    SELECT questions.id, value FROM questions, json_each(questions.tags)
    UNION SELECT questions.id, value FROM questions, json_each(questions.own_tags);

  CREATE TRIGGER questions_tagged_first AFTER INSERT ON questions BEGIN ${RETAG} END;
  CREATE TRIGGER questions_tagged_anew AFTER UPDATE OF tags, own_tags ON questions BEGIN ${RETAG} END;
`

const OTHERS = `
  -- The form of a question as it was left
  CREATE TABLE question_drafts (
    -- of the draft itself: by it it goes from the backups
    id TEXT NOT NULL PRIMARY KEY,
    -- '': of a new one
    question_id TEXT NOT NULL UNIQUE,
    draft TEXT NOT NULL CHECK (json_valid(draft))
  ) STRICT, WITHOUT ROWID;

  -- The lines of the outline as they were at the take, and which of them were said
  CREATE TABLE outline_ticks (
    take_id TEXT NOT NULL PRIMARY KEY REFERENCES takes (id) ON DELETE CASCADE,
    lines TEXT NOT NULL CHECK (json_valid(lines))
  ) STRICT, WITHOUT ROWID;

  -- What a list of questions says of their takes. Has the columns of its condition too; see takes_kept.
  CREATE INDEX takes_answering ON takes
      (question_id, id, session_id, started_at_ms, rating, deleted_at_ms, state, follow_up)
    WHERE deleted_at_ms IS NULL AND state <> 'recording' AND follow_up = '';
`

export const ownQuestions: Migration = {
  version: 9,
  up: (db) => {
    db.exec(PACKS)
    db.exec(QUESTIONS)
    db.exec(TAGS)
    db.exec(OTHERS)
  },
}
