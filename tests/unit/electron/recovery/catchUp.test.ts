import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v4 } from 'uuid'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { copyDatabase } from '../../../../electron/backups/copyDatabase'
import {
  closeDatabase,
  openDatabase,
  type Database,
} from '../../../../electron/store/database/database'
import { newId } from '../../../../electron/store/database/ids'
import { insertMark } from '../../../../electron/store/takes/marks'
import { setTakeRecovered } from '../../../../electron/recovery/recoveredTakes'
import { takeRecord, type TakeRecord } from '../../../../electron/records/takeRecord'
import { readLibrary } from '../../../../electron/store/database/revisions'
import { finishSession, setSessionDeleted } from '../../../../electron/store/sessions/sessions'
import {
  markTakeReady,
  setBestTake,
  setTakeDeleted,
  setTakeNotes,
  setTakeRating,
} from '../../../../electron/store/takes/takes'
import { catchUp } from '../../../../electron/recovery/catchUp'
import { MAX_NOTES_CHARACTERS } from '../../../../shared/defaults'
import type { Take } from '../../../../shared/model'
import { filesBelow } from '../../../helpers/library'
import { NOTHING_SINCE, NOW_MS, temporaryFolder } from '../store/fixture'
import { crashedTake, refOf, storedTake, studio, type Studio } from '../takes/fixture'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** A copy of the database as it is now, to be caught up later. */
function copyOf({ db }: Studio): Database {
  const file = join(temporaryFolder(), 'copy.db')
  copyDatabase(db, file)
  const copy = openDatabase(file)
  onTestFinished(() => closeDatabase(copy))
  return copy
}

function rows(db: Database): unknown[] {
  return db.prepare('SELECT * FROM takes ORDER BY id').all()
}

function caughtUp(copy: Database, { files }: Studio) {
  return catchUp(copy, files, readLibrary(copy))
}

/** Writes into the record what nobody has counted. */
function edit(room: Studio, take: Take, changes: Partial<TakeRecord>): void {
  const file = room.files.record(refOf(take))
  const record = JSON.parse(readFileSync(file, 'utf8')) as object
  writeFileSync(file, JSON.stringify({ ...record, ...changes }))
}

/** As a Soundcheck wrote it that did not count. */
const UNCOUNTED = { version: 1, revision: undefined } as unknown as Partial<TakeRecord>

test('notes, ratings, best takes, deletions and decisions are those of the records', () => {
  const room = studio()
  const { db, records } = room
  const takes = [1, 2, 3, 4].map(() => storedTake(room, { notes: 'then' }))
  const [first, second, third, fourth] = takes.map(({ id }) => id) as [
    string,
    string,
    string,
    string,
  ]
  setBestTake(db, { takeId: second, isBest: true })
  setTakeRecovered(db, { takeId: fourth, isRecovered: true })
  const copy = copyOf(room)

  setTakeNotes(db, { takeId: first, notes: 'now' })
  setTakeRating(db, { takeId: first, rating: 4 })
  setBestTake(db, { takeId: first, isBest: true })
  setTakeDeleted(db, { takeId: third, deletedAtMs: NOW_MS })
  setTakeRecovered(db, { takeId: fourth, isRecovered: false })
  records.flush()
  expect(caughtUp(copy, room)).toEqual(NOTHING_SINCE)
  expect(rows(copy)).toEqual(rows(db))
})

test('a record that is newer is believed, whatever its date', () => {
  const room = studio()
  const take = storedTake(room, { notes: 'first words' })
  const copy = copyOf(room)
  setTakeNotes(room.db, { takeId: take.id, notes: 'second words' })
  room.records.flush()
  const longAgo = new Date(Date.UTC(2020, 0, 1))
  utimesSync(room.files.record(refOf(take)), longAgo, longAgo)
  expect(caughtUp(copy, room)).toEqual(NOTHING_SINCE)
  expect(takeRecord(copy, take.id)).toEqual(takeRecord(room.db, take.id))
})

test('a record from before the backup is not believed, whatever its date', () => {
  const room = studio()
  const take = storedTake(room, { notes: 'as the record has it' })
  const file = room.files.record(refOf(take))
  room.records.flush()
  const old = readFileSync(file)
  setTakeNotes(room.db, { takeId: take.id, notes: 'as the backup has it' })
  room.records.flush()
  const copy = copyOf(room)
  writeFileSync(file, old) // a kill came between the row and its record
  const inAYear = new Date(Date.UTC(2027, 10, 27))
  utimesSync(file, inAYear, inAYear)
  expect(caughtUp(copy, room)).toEqual(NOTHING_SINCE)
  expect(takeRecord(copy, take.id)?.notes).toBe('as the backup has it')
})

test('a session that was finished or deleted since then is so again', () => {
  const room = studio()
  const { db, records, sessionId } = room
  storedTake(room)
  const copy = copyOf(room)
  finishSession(db, { sessionId, finishedAtMs: NOW_MS + 1 })
  setSessionDeleted(db, { sessionId, deletedAtMs: NOW_MS + 2 })
  records.flush()
  caughtUp(copy, room)
  const sessions = (from: Database) => from.prepare('SELECT * FROM sessions').all()
  expect(sessions(copy)).toEqual(sessions(db))
})

test('a take that was being recorded when the backup was made is closed, if its sound is', () => {
  const room = studio()
  const [finished, open] = [storedTake(room), crashedTake(room, new Uint8Array(5000))]
  const reopen = "UPDATE takes SET state = 'recording', duration_ms = NULL"
  room.db.exec(reopen)
  const copy = copyOf(room)
  for (const { id } of [finished, open]) {
    markTakeReady(room.db, { takeId: id, durationMs: 4980, sizeBytes: 1 })
    room.records.writeTake(id)
  }
  caughtUp(copy, room)
  const durationOf = (id: string) => takeRecord(copy, id)?.durationMs
  expect(durationOf(finished.id)).toBe(4980)
  expect(durationOf(open.id)).toBeNull()
})

test('a record that lies or is broken is no reason to stop', () => {
  const room = studio()
  const takes = [1, 2, 3, 4].map(() => storedTake(room, { notes: 'then' }))
  const [lies, broken, empty, fine] = takes as [Take, Take, Take, Take]
  setBestTake(room.db, { takeId: fine.id, isBest: true })
  const copy = copyOf(room)
  setTakeNotes(room.db, { takeId: fine.id, notes: 'now' })
  room.records.flush()
  const revision = takeRecord(room.db, fine.id)!.revision
  edit(room, lies, { revision, questionId: 'trial/beta', isBest: true, notes: 'another question' })
  writeFileSync(room.files.record(refOf(broken)), '{"format": "soundcheck-take"')
  writeFileSync(room.files.record(refOf(empty)), '')
  expect(caughtUp(copy, room)).toEqual({
    ...NOTHING_SINCE,
    unrecordedTakes: [broken.id, empty.id],
  })
  const notes = takes.map(({ id }) => takeRecord(copy, id)?.notes)
  expect(notes).toEqual(['another question', 'then', 'then', 'now'])
  const best = copy.prepare('SELECT count(*) FROM takes WHERE is_best = 1').pluck()
  expect(best.get()).toBeLessThanOrEqual(1)
})

test.each<[string, Partial<TakeRecord>]>([
  ['of a Soundcheck that did not count', UNCOUNTED],
  ['of another library', { revision: { libraryId: v4(), count: 1_000_000 } }],
])('with a record %s that says something else, both are kept', (_, origin) => {
  const room = studio()
  const { db } = room
  const take = storedTake(room, { notes: 'first words' })
  const mark = { id: newId(), takeId: take.id, kind: 'task', atMs: 300, note: 'here' } as const
  insertMark(db, mark)
  setTakeRating(db, { takeId: take.id, rating: 3 })
  room.records.flush()
  const copy = copyOf(room)
  const before = readLibrary(copy)
  const other = { ...mark, note: 'there' }
  edit(room, take, { ...origin, notes: 'other words', marks: [other], rating: 2 })

  expect(caughtUp(copy, room).undecidedTakes).toEqual([take.id])
  const both = takeRecord(copy, take.id)!
  expect(both).toMatchObject({ notes: 'first words\n\nother words', rating: 2 })
  expect(both.marks.map(({ note }) => note).toSorted()).toEqual(['here', 'there'])
  // It is a change like any other: a later rescue knows it as the newest.
  expect(both.revision).toMatchObject({ libraryId: before.id })
  expect(both.revision!.count).toBeGreaterThan(before.counter)
})

test.each<[string, Partial<TakeRecord>]>([
  ['of a Soundcheck that did not count', UNCOUNTED],
  ['of another library', { revision: { libraryId: v4(), count: 1 } }],
])('a record %s that says the same changes nothing', (_, origin) => {
  const room = studio()
  const take = storedTake(room, { notes: 'first words' })
  room.records.flush()
  const copy = copyOf(room)
  const before = rows(copy)
  edit(room, take, origin)
  expect(caughtUp(copy, room)).toEqual(NOTHING_SINCE)
  expect(rows(copy)).toEqual(before)
})

test('what was counted after the backup is newer, also than what came from another library', () => {
  const room = studio()
  const take = storedTake(room, { notes: 'from a laptop' })
  room.db.prepare('UPDATE takes SET library_id = ?, revision = 70 WHERE id = ?').run(v4(), take.id)
  const copy = copyOf(room)
  setTakeNotes(room.db, { takeId: take.id, notes: 'changed here' })
  room.records.flush()
  expect(caughtUp(copy, room)).toEqual(NOTHING_SINCE)
  expect(takeRecord(copy, take.id)?.notes).toBe('changed here')
})

test('more than a take can have is kept in a file of its own', () => {
  const room = studio()
  const take = storedTake(room, { notes: 'a'.repeat(MAX_NOTES_CHARACTERS) })
  room.records.flush()
  const copy = copyOf(room)
  const theirs = 'b'.repeat(MAX_NOTES_CHARACTERS)
  edit(room, take, { ...UNCOUNTED, notes: theirs })
  expect(caughtUp(copy, room).undecidedTakes).toEqual([take.id])
  room.records.writeTake(take.id)
  const withTheirs = () =>
    filesBelow(room.dataFolder).filter((file) => readFileSync(file).includes(theirs))
  expect(withTheirs()).toHaveLength(1)
  room.files.removeTake(refOf(take))
  expect(withTheirs()).toEqual([])
})
