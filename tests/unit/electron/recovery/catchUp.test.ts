import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { copyDatabase } from '../../../../electron/backups/copyDatabase'
import {
  closeDatabase,
  openDatabase,
  type Database,
} from '../../../../electron/store/database/database'
import { setTakeRecovered } from '../../../../electron/recovery/recoveredTakes'
import { takeRecord } from '../../../../electron/records/records'
import { finishSession, setSessionDeleted } from '../../../../electron/store/sessions/sessions'
import {
  markTakeReady,
  setBestTake,
  setTakeDeleted,
  setTakeNotes,
  setTakeRating,
} from '../../../../electron/store/takes/takes'
import { catchUp } from '../../../../electron/recovery/catchUp'
import { NOW_MS, temporaryFolder } from '../store/fixture'
import { crashedTake, refOf, storedTake, studio, type Studio } from '../takes/fixture'

const HOUR_MS = 3_600_000

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
  for (const { id } of takes) records.writeTake(id)
  catchUp(copy, room.files, NOW_MS)
  expect(rows(copy)).toEqual(rows(db))
})

test('a record from before the backup is not believed', () => {
  const room = studio()
  const take = storedTake(room, { notes: 'as the record has it' })
  setTakeNotes(room.db, { takeId: take.id, notes: 'as the backup has it' })
  const copy = copyOf(room)
  const before = new Date(NOW_MS - HOUR_MS)
  utimesSync(room.files.record(refOf(take)), before, before)
  catchUp(copy, room.files, NOW_MS)
  expect(takeRecord(copy, take.id)?.notes).toBe('as the backup has it')
})

test('a session that was finished or deleted since then is so again', () => {
  const room = studio()
  const { db, records, sessionId } = room
  storedTake(room)
  const copy = copyOf(room)
  finishSession(db, { sessionId, finishedAtMs: NOW_MS + 1 })
  setSessionDeleted(db, { sessionId, deletedAtMs: NOW_MS + 2 })
  records.writeSession(sessionId)
  catchUp(copy, room.files, NOW_MS)
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
  catchUp(copy, room.files, NOW_MS)
  const durationOf = (id: string) => takeRecord(copy, id)?.durationMs
  expect(durationOf(finished.id)).toBe(4980)
  expect(durationOf(open.id)).toBeNull()
})

test('a record that lies or is broken is no reason to stop', () => {
  const room = studio()
  const takes = [1, 2, 3, 4].map(() => storedTake(room, { notes: 'then' }))
  const [lies, broken, empty, fine] = takes.map((take) => room.files.record(refOf(take)))
  setBestTake(room.db, { takeId: takes[3]!.id, isBest: true })
  const copy = copyOf(room)
  const change = (file: string, changes: object) =>
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...changes }))
  change(lies!, { questionId: 'trial/beta', isBest: true, notes: 'of another question' })
  writeFileSync(broken!, '{"format": "soundcheck-take"')
  writeFileSync(empty!, '')
  change(fine!, { notes: 'now' })
  catchUp(copy, room.files, NOW_MS)
  const notes = takes.map(({ id }) => takeRecord(copy, id)?.notes)
  expect(notes).toEqual(['of another question', 'then', 'then', 'now'])
  const best = copy.prepare('SELECT count(*) FROM takes WHERE is_best = 1').pluck()
  expect(best.get()).toBeLessThanOrEqual(1)
})
