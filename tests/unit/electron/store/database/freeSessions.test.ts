import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../../../../electron/store/database/database'
import { MIGRATIONS, migrate } from '../../../../../electron/store/database/migrate'
import { freeSessions } from '../../../../../electron/store/database/migrations/006-free-sessions'
import { openQuestion } from '../../../../../electron/store/questions/questionHistory'
import { openSearch } from '../../../../../electron/store/search/searchTables'
import { openSession } from '../../../../../electron/store/sessions/openSession'
import { listSessions } from '../../../../../electron/store/sessions/listSessions'
import { removeSessionRow } from '../../../../../electron/store/sessions/sessions'
import { insertRecordingTake, removeTakeRow } from '../../../../../electron/store/takes/takes'
import { unfinishedSession } from '../../../../../electron/store/sessions/unfinishedSession'
import { NO_PROCESSING, NOW_MS } from '../fixture'

/*
 * From sessions that are a pack in order to sessions that are a titled list: the library of version
 * 3 has one session finished, one not, one deleted, with words, marks and choices in them.
 */

const id = (number: number) => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`

function libraryOfVersion3(): Database {
  const db = new BetterSqlite3(':memory:')
  onTestFinished(() => {
    db.close()
  })
  db.pragma('foreign_keys = ON')
  migrate(db, MIGRATIONS.slice(0, 3))
  db.exec(`
    INSERT INTO packs VALUES ('trial', 'Trial', '', 'en', ''), ('other', 'Other', '', 'de', '');
    INSERT INTO questions VALUES
      (1, 'trial/alpha', 'trial', 1, 'What about alpha?', '', '[]', '[]', '[]', '[]', 1, 2, 0),
      (2, 'other/beta', 'other', 1, 'Was ist mit Beta?', '', '[]', '[]', '[]', '[]', 1, 2, 1);
    INSERT INTO sessions VALUES
      ('${id(1)}', 'trial', 1000, 2000, 'trial/alpha', NULL),
      ('${id(2)}', 'other', 3000, NULL, 'other/beta', NULL),
      ('${id(3)}', 'trial', 5000, NULL, 'trial/alpha', 6000);
    INSERT INTO session_questions VALUES
      ('${id(1)}', 1, 'trial/alpha'), ('${id(2)}', 1, 'other/beta'), ('${id(3)}', 1, 'trial/alpha');
    INSERT INTO takes VALUES
      (1, '${id(11)}', '${id(1)}', 'trial/alpha', 1, 'ready', 1000, 60000, 9, 'Desk', 0, 0, 0, 1, 3,
        'Mention the canal lock', 0, NULL),
      (2, '${id(12)}', '${id(1)}', 'trial/alpha', 2, 'ready', 1500, 30000, 9, 'Desk', 0, 0, 0, 0,
        NULL, '', 0, NULL),
      (3, '${id(13)}', '${id(2)}', 'other/beta', 1, 'damaged', 3000, 10000, 9, 'Desk', 0, 0, 0, 0,
        NULL, '', 0, NULL);
    INSERT INTO marks VALUES ('${id(21)}', '${id(11)}', 'action', 500, 'Here');
    INSERT INTO choices VALUES ('${id(11)}', '${id(12)}', 7000);
  `)
  return db
}

test('every session takes the title of its pack, and keeps its moments and its takes', () => {
  const db = libraryOfVersion3()
  const takes = db.prepare('SELECT * FROM takes ORDER BY id').all()
  migrate(db)
  expect(openSession(db, { sessionId: id(1) })).toMatchObject({
    kind: 'pack',
    title: 'Trial',
    packId: 'trial',
    settings: {},
    startedAtMs: 1000,
    finishedAtMs: 2000,
    answeredCount: 1,
    takeCount: 2,
    spokenMs: 90_000,
  })
  expect(unfinishedSession(db)).toMatchObject({ id: id(2), title: 'Other', packId: 'other' })
  expect(db.prepare('SELECT * FROM takes ORDER BY id').all()).toEqual(
    takes.map((take) => ({
      ...(take as object),
      follow_up: '',
      library_id: null,
      revision: null,
    })),
  )
  expect(db.prepare('SELECT deleted_at_ms FROM sessions WHERE id = ?').pluck().get(id(3))).toBe(
    6000,
  )
})

test('its questions have the language of their packs and nothing of what is new', () => {
  const db = libraryOfVersion3()
  migrate(db)
  const { question, takes, choices } = openQuestion(db, 'trial/alpha')
  expect(question).toMatchObject({ language: 'en', shortTitle: null, followUps: [], outline: [] })
  expect(takes.map(({ marks }) => marks.length)).toEqual([1, 0])
  expect(choices).toHaveLength(1)
  expect(openQuestion(db, 'other/beta').question.language).toBe('de')
})

test('search, tombstones and everything that hangs on a session work as before', () => {
  const db = libraryOfVersion3()
  migrate(db)
  openSearch(db)
  const found = () =>
    listSessions(db, { query: 'canal', before: null, limit: 5 }).sessions.map((one) => one.id)
  expect(found()).toEqual([id(1)])
  const sessionIds = db.prepare('SELECT session_id FROM session_questions').pluck().all()
  expect(sessionIds).toHaveLength(3)

  // Rows cannot hang on nothing, and go with what they hang on.
  const stray = {
    id: id(14),
    sessionId: id(99),
    questionId: 'trial/alpha',
    startedAtMs: NOW_MS,
    microphone: '',
    processing: NO_PROCESSING,
  }
  expect(() => insertRecordingTake(db, stray)).toThrow(/No session/)
  expect(() =>
    db.exec(`INSERT INTO session_questions VALUES ('${id(99)}', 1, 'trial/alpha')`),
  ).toThrow(/FOREIGN KEY/)
  expect(() => db.exec(`UPDATE sessions SET pack_id = 'nothing'`)).toThrow(/FOREIGN KEY/)
  removeSessionRow(db, id(1))
  removeTakeRow(db, id(13))
  expect(found()).toEqual([])
  expect(db.prepare('SELECT count(*) FROM marks').pluck().get()).toBe(0)
  expect(db.prepare('SELECT id FROM tombstones ORDER BY id').pluck().all()).toEqual(
    [1, 11, 12, 13].map(id),
  )
})

test('a session whose pack is gone, as no sound library has it, is not lost', () => {
  const db = libraryOfVersion3()
  migrate(db, MIGRATIONS.slice(0, freeSessions.version - 1))
  db.pragma('foreign_keys = OFF')
  db.exec(`UPDATE sessions SET pack_id = 'lost' WHERE id = '${id(1)}'`)
  freeSessions.up(db)
  expect(db.prepare('SELECT title FROM sessions WHERE id = ?').pluck().get(id(1))).toBe('lost')
})
