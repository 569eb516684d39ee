import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../../../../electron/store/database/database'
import { MIGRATIONS, migrate, schemaVersion } from '../../../../../electron/store/database/migrate'
import type { Migration } from '../../../../../electron/store/database/migrations/migration'

function emptyDatabase(): Database {
  const db = new BetterSqlite3(':memory:')
  onTestFinished(() => {
    db.close()
  })
  return db
}

/** A database that was in use with every schema up to this one, with rows that each of them wrote. */
function databaseOfVersion(version: number): Database {
  const db = emptyDatabase()
  ROWS.slice(0, version).forEach((sql, index) => {
    migrate(db, MIGRATIONS.slice(0, index + 1))
    db.exec(sql)
  })
  return db
}

/** What each version writes to a database in use; one entry a migration. Never changed afterwards. */
const ROWS = [
  `INSERT INTO packs VALUES ('trial', 'Trial', 'For tests', 'en', 'digest');
   INSERT INTO questions VALUES (7, 'trial/alpha', 'trial', 1, 'What about alpha?', 'Why',
     '[{"label":"A","text":"I built alpha."}]', '[]', '[]', '[]', 45000, 90000, 0);
   INSERT INTO sessions VALUES ('s1', 'trial', 1000, NULL, 'trial/alpha', NULL);
   INSERT INTO session_questions VALUES ('s1', 1, 'trial/alpha');
   INSERT INTO takes VALUES (5, 't1', 's1', 'trial/alpha', 1, 'ready', 1000, 60000.5, 900000,
     'Desk', 0, 0, 0, 1, 3, 'Too fast', 0, NULL);
   INSERT INTO settings VALUES ('speed', '1.5');`,
  `INSERT INTO tombstones VALUES ('t0');`,
  `INSERT INTO marks VALUES ('m1', 't1', 'action', 12500.5, 'Here it starts');
   INSERT INTO rubrics VALUES ('t1', 3, 4, NULL, 2);
   INSERT INTO measures VALUES ('t1', 1, '{}');
   INSERT INTO takes VALUES (6, 't2', 's1', 'trial/alpha', 2, 'ready', 2000, 60000.5, 900000,
     'Desk', 0, 0, 0, 0, NULL, '', 0, NULL);
   INSERT INTO choices VALUES ('t2', 't1', 3000);`,
  `UPDATE library SET id = 'l1', counter = 8;
   UPDATE takes SET library_id = 'l1', revision = 8 WHERE id = 't2';`,
  '',
  `INSERT INTO questions (id, pack_id, position, question, why_they_ask, example_answers,
     talking_points, pitfalls, tags, target_shortest_ms, target_longest_ms, short_title, follow_ups,
     outline, language) VALUES ('trial/beta', 'trial', 2, 'What about beta?', '', '[]', '[]', '[]',
     '["my words"]', 45000, 90000, 'Beta', '["And then?"]', '["canal lock"]', 'de');
   INSERT INTO sessions (id, kind, title, started_at_ms, current_question_id)
     VALUES ('s2', 'chosen', 'Mine', 4000, 'trial/beta');
   INSERT INTO session_questions VALUES ('s2', 1, 'trial/beta');
   INSERT INTO takes (id, session_id, question_id, number, state, started_at_ms, duration_ms,
     microphone, echo_cancellation, noise_suppression, auto_gain_control, follow_up)
     VALUES ('t3', 's2', 'trial/beta', 1, 'ready', 4000, 60000.5, 'Desk', 0, 0, 0, 'And then?');`,
  `UPDATE library SET library_id = 'l1', revision = 7;
   UPDATE questions SET is_deleted = 1 WHERE id = 'trial/beta';`,
  `UPDATE library SET home = '7-8';
   INSERT INTO ancestors VALUES (1, 'l0', 5);`,
  `INSERT INTO packs (id, title, description, language, digest, kind, position)
     VALUES ('p1', 'Acme', '', 'en', '', 'own', 1);
   INSERT INTO questions (id, pack_id, position, question, why_they_ask, example_answers,
     talking_points, pitfalls, tags, target_shortest_ms, target_longest_ms, own_outline, own_tags)
     VALUES ('own/q1', 'p1', 1024, 'What about gamma?', '', '[]', '[]', '[]', '["hard"]', 1, 2,
     '["canal lock"]', '["mine"]');
   INSERT INTO question_drafts VALUES ('d1', 'own/q1', '{"question":"Half a"}');
   INSERT INTO outline_ticks VALUES ('t2', '[{"line":"canal lock","isSaid":true}]');`,
  `INSERT INTO interviews VALUES ('i1', 'Acme', '2026-12-03', '{"packIds":["p1"],"includesOwn":false}',
     NULL, '{"time":"19:00","sequence":1,"lastDay":"2026-12-02"}', NULL);
   INSERT INTO interview_questions VALUES ('i1', 'own/q1');`,
  `INSERT INTO practice_summaries VALUES ('own/q1', 270000, 20000, 20000, 3, 2.3, 2.1);
   INSERT INTO put_off_questions VALUES ('own/q1', '2026-11-27');`,
]

const contents = (db: Database) =>
  [
    'packs',
    'questions',
    'sessions',
    'session_questions',
    'takes',
    'settings',
    'tombstones',
    'marks',
    'rubrics',
    'measures',
    'choices',
    'library',
    'ancestors',
    'question_tags',
    'question_drafts',
    'outline_ticks',
    'interviews',
    'interview_questions',
    'practice_summaries',
    'put_off_questions',
  ].map((table) => db.prepare(`SELECT * FROM ${table}`).all())

test('the migrations are numbered from 1 without a gap, and each has rows to test it with', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  expect(ROWS).toHaveLength(MIGRATIONS.length)
})

test.each(MIGRATIONS)('version $version can be reached from the one before it', ({ version }) => {
  const db = databaseOfVersion(version - 1)
  migrate(db, MIGRATIONS.slice(0, version))
  expect(schemaVersion(db)).toBe(version)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
})

test('a database of the newest version keeps what it has', () => {
  const db = databaseOfVersion(MIGRATIONS.length)
  const before = contents(db)
  migrate(db)
  expect(contents(db)).toEqual(before)
})

const rebuildSessions: Migration = {
  version: MIGRATIONS.length + 1,
  up: (db) => {
    db.exec(`CREATE TABLE new_sessions AS SELECT * FROM sessions;
      DROP TABLE sessions;
      CREATE TABLE sessions (id TEXT PRIMARY KEY, kind TEXT, title TEXT, pack_id TEXT,
        settings TEXT, started_at_ms INTEGER, finished_at_ms INTEGER, current_question_id TEXT,
        deleted_at_ms INTEGER, library_id TEXT, revision INTEGER) WITHOUT ROWID;
      INSERT INTO sessions SELECT * FROM new_sessions;
      DROP TABLE new_sessions;`)
  },
}

test('a migration that rebuilds a table keeps the rows that refer to it', () => {
  const db = databaseOfVersion(MIGRATIONS.length)
  db.pragma('foreign_keys = ON')
  const before = contents(db)
  migrate(db, [...MIGRATIONS, rebuildSessions])
  expect(schemaVersion(db)).toBe(MIGRATIONS.length + 1)
  expect(contents(db)).toEqual(before)
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
})

test.each([
  ['throws', 'DELETE FROM takes; SELECT nothing FROM nowhere'],
  ['leaves rows that refer to nothing', 'DELETE FROM sessions'],
])('a migration that %s changes nothing, not even the version', (_, sql) => {
  const db = databaseOfVersion(MIGRATIONS.length)
  db.pragma('foreign_keys = ON')
  const before = contents(db)
  const broken = { version: MIGRATIONS.length + 1, up: () => db.exec(sql) }
  expect(() => migrate(db, [...MIGRATIONS, broken])).toThrow()
  expect(schemaVersion(db)).toBe(MIGRATIONS.length)
  expect(contents(db)).toEqual(before)
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('a newer schema is refused', () => {
  const db = databaseOfVersion(MIGRATIONS.length)
  db.pragma(`user_version = ${String(MIGRATIONS.length + 1)}`)
  expect(() => migrate(db)).toThrow(/newer Soundcheck/)
})

test('tags that were there before there was a table of them are in it', () => {
  const db = databaseOfVersion(8)
  migrate(db)
  expect(db.prepare('SELECT question_id, tag FROM question_tags').raw().all()).toEqual([
    ['trial/beta', 'my words'],
  ])
})
