import type { Database } from '../store/database/database'

/*
 * What Progress shows is summed up by week and by question, and stored. The tables are made from
 * others and from nothing else, when Progress is first opened; where they are not exactly those that
 * are wanted, they are made again. Their triggers are part of the schema, so whoever changes a take
 * by whatever connection, in a backup too, empties what was summed up from it in the same commit:
 * nothing of what was deleted stays here. What is empty is summed up again when somebody looks.
 *
 * Weeks and days are known by the moments at which they begin: when the clock of another place is
 * asked, others are looked for. Weeks that are not there are summed up; of the questions all are, since
 * nobody could tell which of their days are missing.
 */

/** Count up when the same takes are summed up otherwise now. */
const FORM_VERSION = 1

interface SchemaEntry {
  readonly type: 'table' | 'index' | 'trigger'
  readonly name: string
  /** Word for word as it stands in the schema. */
  readonly sql: string
}

const TABLES: readonly SchemaEntry[] = [
  {
    type: 'table',
    name: 'progress_changes',
    sql: `CREATE TABLE progress_changes ( -- form ${String(FORM_VERSION)}
    count INTEGER NOT NULL,
    -- by whose clock the days of the questions are
    time_zone TEXT NOT NULL
  ) STRICT`,
  },
  {
    type: 'table',
    name: 'progress_weeks',
    sql: `CREATE TABLE progress_weeks (
    from_ms INTEGER NOT NULL,
    to_ms INTEGER NOT NULL,
    -- by which of the counted changes
    changed INTEGER NOT NULL,
    -- NULL: to be summed up
    summary TEXT CHECK (json_valid(summary)),
    -- read only when one looks into the week
    sessions TEXT CHECK (json_valid(sessions)),
    PRIMARY KEY (from_ms, to_ms)
  ) STRICT, WITHOUT ROWID`,
  },
  {
    type: 'table',
    name: 'progress_questions',
    sql: `CREATE TABLE progress_questions (
    question_id TEXT NOT NULL PRIMARY KEY REFERENCES questions (id) ON DELETE CASCADE,
    changed INTEGER NOT NULL,
    -- by these questions are put in order, without reading the rest
    standing TEXT NOT NULL DEFAULT 'unsaid',
    last_said_at_ms INTEGER,
    summary TEXT CHECK (json_valid(summary))
  ) STRICT, WITHOUT ROWID`,
  },
  {
    type: 'index',
    name: 'progress_questions_empty',
    sql: `CREATE INDEX progress_questions_empty ON progress_questions (question_id)
    WHERE summary IS NULL`,
  },
]

const COUNT = 'UPDATE progress_changes SET count = count + 1;'
const COUNTED = '(SELECT count FROM progress_changes)'
const EMPTIED_WEEK = `changed = ${COUNTED}, summary = NULL, sessions = NULL`
const EMPTIED = `changed = ${COUNTED}, standing = 'unsaid', last_said_at_ms = NULL, summary = NULL`
const EMPTIED_QUESTION = `ON CONFLICT (question_id) DO UPDATE SET ${EMPTIED};`

/** A take is another one, or is gone. */
const emptyTake = (row: 'old' | 'new'): string => `
    INSERT INTO progress_questions (question_id, changed) VALUES (${row}.question_id, ${COUNTED})
      ${EMPTIED_QUESTION}
    UPDATE progress_weeks SET ${EMPTIED_WEEK}
      WHERE from_ms <= ${row}.started_at_ms AND to_ms > ${row}.started_at_ms;`

/** Those with a take that the condition finds. */
const emptyWeeksOf = (condition: string): string => `
    UPDATE progress_weeks SET ${EMPTIED_WEEK} WHERE EXISTS (SELECT 1 FROM takes
      WHERE ${condition} AND started_at_ms >= from_ms AND started_at_ms < to_ms);`

/** All of a take that is summed up; its notes are not. */
const COLUMNS = `session_id, question_id, follow_up, state, started_at_ms, duration_ms, is_best,
    rating, deleted_at_ms`

const TRIGGERS: readonly SchemaEntry[] = [
  trigger('take_added', "INSERT ON takes WHEN new.state <> 'recording'", emptyTake('new')),
  trigger('take_changed', `UPDATE OF ${COLUMNS} ON takes`, emptyTake('old') + emptyTake('new')),
  trigger('take_removed', 'DELETE ON takes', emptyTake('old')),
  trigger('take_measured', 'INSERT ON measures', emptyWeeksOf('id = new.take_id')),
  trigger('take_measured_anew', 'UPDATE ON measures', emptyWeeksOf('id = new.take_id')),
  trigger('take_unmeasured', 'DELETE ON measures', emptyWeeksOf('id = old.take_id')),
  trigger(
    'session_hidden',
    `UPDATE OF deleted_at_ms ON sessions
    WHEN (old.deleted_at_ms IS NULL) <> (new.deleted_at_ms IS NULL)`,
    `
    INSERT INTO progress_questions (question_id, changed)
      SELECT DISTINCT question_id, ${COUNTED} FROM takes WHERE session_id = new.id
      ${EMPTIED_QUESTION}${emptyWeeksOf('session_id = new.id')}`,
  ),
]

function trigger(what: string, moment: string, work: string): SchemaEntry {
  const name = `progress_${what}`
  const sql = `CREATE TRIGGER ${name} AFTER ${moment} BEGIN
    ${COUNT}${work}
  END`
  return { type: 'trigger', name, sql }
}

const WANTED = [...TABLES, ...TRIGGERS]
const opened = new WeakSet<Database>()

/**
 * Makes the tables where they are missing or are not those of this Soundcheck; all of it is to be
 * summed up then. In another time zone than before all questions are.
 */
export function openSummaries(db: Database, timeZone: string): void {
  if (!opened.has(db) && !isThere(db)) db.transaction(() => makeAll(db, timeZone)).immediate()
  opened.add(db)
  const known = db.prepare('SELECT time_zone FROM progress_changes').pluck().get()
  if (known !== timeZone) db.transaction(() => goTo(db, timeZone)).immediate()
}

function isThere(db: Database): boolean {
  const sqlOf = db
    .prepare<[string, string], string>('SELECT sql FROM sqlite_schema WHERE type = ? AND name = ?')
    .pluck()
  return WANTED.every(({ type, name, sql }) => sqlOf.get(type, name) === sql)
}

function makeAll(db: Database, timeZone: string): void {
  for (const { type, name } of WANTED.toReversed()) db.exec(`DROP ${type} IF EXISTS ${name}`)
  for (const { sql } of WANTED) db.exec(sql)
  db.prepare('INSERT INTO progress_changes (count, time_zone) VALUES (0, ?)').run(timeZone)
  db.exec(`
    INSERT INTO progress_questions (question_id, changed)
      SELECT id, 0 FROM questions
      WHERE EXISTS (SELECT 1 FROM takes WHERE takes.question_id = questions.id);`)
}

function goTo(db: Database, timeZone: string): void {
  db.prepare('UPDATE progress_changes SET count = count + 1, time_zone = ?').run(timeZone)
  db.exec(`UPDATE progress_questions SET ${EMPTIED}`)
}
