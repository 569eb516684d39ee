import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import {
  checkDatabase,
  checkDatabaseFile,
} from '../../../../../electron/store/database/checkDatabase'
import {
  checkOpenDatabase,
  closeDatabase,
  openDatabase,
  type Database,
} from '../../../../../electron/store/database/database'
import { migrate, MIGRATIONS } from '../../../../../electron/store/database/migrate'
import { removeTakeRow, setTakeNotes } from '../../../../../electron/store/takes/takes'
import { listSessions } from '../../../../../electron/store/sessions/listSessions'
import { execOn, misfitSearch, recordTake, start, temporaryFolder, trialStoreIn } from '../fixture'

const SEARCH_SCHEMA =
  "SELECT name, sql FROM sqlite_schema WHERE name LIKE '%_search%' OR sql LIKE '%_search%'"

const found = (db: Database, query: string) =>
  listSessions(db, { query, before: null, limit: 5 }).sessions.length

/** A library with one take, closed. @returns its file */
function closedLibrary(notes: string): { file: string; takeId: string } {
  const folder = temporaryFolder()
  const db = trialStoreIn(folder)
  const { id: takeId } = recordTake(db, start(db).id, 'trial/alpha', notes)
  closeDatabase(db)
  return { file: join(folder, 'soundcheck.db'), takeId }
}

function withLibrary<Result>(file: string, work: (db: Database) => Result): Result {
  const db = openDatabase(file)
  try {
    return work(db)
  } finally {
    closeDatabase(db)
  }
}

/** As the released schema 3 left it: with the search tables and triggers of then. */
function libraryOfVersion3(): string {
  const file = join(temporaryFolder(), 'old.db')
  const db = new BetterSqlite3(file)
  migrate(db, MIGRATIONS.slice(0, 3))
  db.exec(`
    INSERT INTO packs VALUES ('trial', 'Trial', '', 'en', '');
    INSERT INTO questions VALUES (7, 'trial/alpha', 'trial', 1, 'Что про Økland?', '',
      '[{"label":"A","text":"We moved 移行 first."},{"label":"B","text":"In C++."}]',
      '[]', '[]', '[]', 0, 0, 0);
    INSERT INTO sessions VALUES ('s1', 'trial', 0, NULL, 'trial/alpha', NULL);
    INSERT INTO session_questions VALUES ('s1', 1, 'trial/alpha');
    INSERT INTO takes VALUES (5, 't1', 's1', 'trial/alpha', 1, 'ready', 0, 1000, 9, '', 0, 0, 0, 1,
      NULL, 'データの移行', 0, NULL), (6, 't2', 's1', 'trial/alpha', 2, 'ready', 0, 1000, 9, '', 0, 0,
      0, 0, NULL, '', 0, NULL);`)
  db.close()
  return file
}

test('a library of the schema before finds everything that it had', () => {
  withLibrary(libraryOfVersion3(), (db) => {
    for (const query of ['移', 'データ', 'okland', 'c++', 'про', 'first']) {
      expect(found(db, query), query).toBe(1)
    }
    expect(found(db, '%')).toBe(0)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    setTakeNotes(db, { takeId: 't2', notes: 'Łódź' })
    expect(found(db, 'lodz')).toBe(1)
  })
})

test('nothing is made again where everything is as it should be', () => {
  const { file } = closedLibrary('Slower')
  // Only what is made again would lose this.
  execOn(file, 'DELETE FROM note_search')
  withLibrary(file, (db) => expect(found(db, 'slower')).toBe(0))
})

test.each([
  ['a trigger missing', 'DROP TRIGGER note_search_after_update'],
  ['other columns', 'DROP TABLE note_search; CREATE VIRTUAL TABLE note_search USING fts5 (other)'],
  ['no tables', 'DROP TABLE note_search; DROP TABLE question_search'],
  ['a table below that was made again', 'DROP TRIGGER question_search_after_insert'],
  ['another form', 'DROP TABLE search_pending; CREATE TABLE search_pending (search_table, key)'],
])('a library with %s gets the search tables of this Soundcheck', (_, sql) => {
  const { file, takeId } = closedLibrary('Slower')
  const wanted = withLibrary(file, (db) => db.prepare(SEARCH_SCHEMA).all())
  execOn(file, sql)
  withLibrary(file, (db) => {
    expect(db.prepare(SEARCH_SCHEMA).all().toSorted(byName)).toEqual(wanted.toSorted(byName))
    expect(found(db, 'slower')).toBe(1)
    expect(found(db, 'alpha')).toBe(1)
    setTakeNotes(db, { takeId, notes: 'Faster' })
    expect([found(db, 'slower'), found(db, 'faster')]).toEqual([0, 1])
  })
})

function byName(one: unknown, other: unknown): number {
  return (one as { name: string }).name < (other as { name: string }).name ? -1 : 1
}

test('a connection that knows no form can delete, and nothing of it stays in the search', () => {
  const { file, takeId } = closedLibrary('Zanzibar 移行')
  execOn(file, `DELETE FROM takes WHERE id = '${takeId}'`)
  withLibrary(file, (db) => {
    expect(db.prepare('SELECT * FROM note_search').all()).toEqual([])
    expect(found(db, 'zanzibar')).toBe(0)
  })
})

test('a connection that knows no form can write: found when the library is opened next', () => {
  const { file } = closedLibrary('Slower')
  execOn(file, "UPDATE takes SET notes = '移行'; UPDATE takes SET notes = 'Łódź'")
  withLibrary(file, (db) => {
    expect(['slower', '移', 'lodz'].map((query) => found(db, query))).toEqual([0, 0, 1])
    expect(db.prepare('SELECT * FROM search_pending').all()).toEqual([])
  })
})

test('while the library is open, what others write leaves the search at once', () => {
  const { file, takeId } = closedLibrary('Slower')
  withLibrary(file, (db) => {
    execOn(file, "UPDATE takes SET notes = 'Faster'")
    expect(found(db, 'slower')).toBe(0)
    setTakeNotes(db, { takeId, notes: 'Louder' })
    expect(['faster', 'louder'].map((query) => found(db, query))).toEqual([0, 1])
  })
})

test('no word of a deleted note stays in the file, in whatever script', () => {
  const { file, takeId } = closedLibrary('Zanzibarmarker 移行確認済')
  withLibrary(file, (db) => {
    expect(
      db.prepare("SELECT v FROM note_search_config WHERE k = 'secure-delete'").pluck().get(),
    ).toBe(1)
    removeTakeRow(db, takeId)
  })
  const bytes = readFileSync(file)
  for (const word of ['zanzibarmarker', 'anzibarmarke', '移行確認済', '移 行 確 認 済', '確認']) {
    expect(bytes.includes(word), word).toBe(false)
  }
})

/** The same few words over and over, as somebody says them. */
const repeated = (times: number): string => 'the canal lock, what it cost '.repeat(times)

test.each([10, 70, 100, 140, 300])(
  'notes that repeat themselves %i times are written again and again and leave nothing in the search',
  (times) => {
    const { file, takeId } = closedLibrary('Slower')
    withLibrary(file, (db) => {
      for (const notes of [repeated(times), `even ${repeated(times)}`, 'Short']) {
        setTakeNotes(db, { takeId, notes })
      }
      expect(checkDatabase(db)).toEqual({ isSearchSound: true })
      expect(['canal', 'c', 'short'].map((query) => found(db, query))).toEqual([0, 0, 1])
    })
  },
)

test('a search that does not fit its texts is no damage, and is made anew', () => {
  const { file } = closedLibrary('Slower')
  misfitSearch(file)
  expect(checkDatabaseFile(file)).toEqual({ isSearchSound: false })
  withLibrary(file, (db) => {
    checkOpenDatabase(db)
    expect(checkDatabase(db)).toEqual({ isSearchSound: true })
    expect(found(db, 'slower')).toBe(1)
  })
})
