import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import { allTakeRecords, type TakeRecord } from '../../../../electron/records/takeRecord'
import { sessionRecord } from '../../../../electron/records/sessionRecord'
import { listRecoveredTakes } from '../../../../electron/recovery/recoveredTakes'
import { openSession } from '../../../../electron/store/sessions/openSession'
import { finishSession, setSessionDeleted } from '../../../../electron/store/sessions/sessions'
import {
  findTake,
  removeTakeRow,
  setBestTake,
  setTakeDeleted,
  setTakeRating,
} from '../../../../electron/store/takes/takes'
import { readTakeRecord } from '../../../../electron/records/readRecords'
import { reconcile } from '../../../../electron/recovery/reconcile'
import type { TakeRef } from '../../../../electron/takes/takeFiles'
import { NOW_MS } from '../store/fixture'
import { crashedTake, RECORDING, RECORDING_MS, refOf, rowCount, storedTake } from '../takes/fixture'
import { studio, withLostDatabase, type Studio } from '../takes/fixture'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const NOTHING = {
  unknown: [],
  doubtful: [],
  unrecorded: [],
  unrecordedSessions: [],
  unrecordedQuestions: [],
  isLibraryRecorded: true,
}

function find(room: Studio, unknown: TakeRef[]) {
  return reconcile(room, { ...NOTHING, unknown })
}

function takesIn({ db }: Studio): TakeRecord[] {
  return [...allTakeRecords(db)]
}

test('with records a lost database costs nothing: rows are as they were', async () => {
  const room = studio()
  const { db, sessionId, records } = room
  const takes = [storedTake(room, { notes: 'First' }), storedTake(room), storedTake(room)] as const
  setTakeRating(db, { takeId: takes[0].id, rating: 2 })
  setBestTake(db, { takeId: takes[1].id, isBest: true })
  setTakeDeleted(db, { takeId: takes[2].id, deletedAtMs: NOW_MS })
  finishSession(db, { sessionId, finishedAtMs: NOW_MS + 5 })
  takes.forEach(({ id }) => records.writeTake(id))
  records.writeSession(sessionId)
  const [before, session] = [takesIn(room), sessionRecord(db, sessionId)]

  const found = withLostDatabase(room)
  // In any order: numbers are given out in that of recording.
  expect(await find(found, takes.map(refOf).toReversed())).toEqual({
    foundCount: 3,
    changedCount: 0,
  })
  expect(takesIn(found)).toEqual(before)
  expect(sessionRecord(found.db, sessionId)).toEqual(session)
  expect(await find(found, takes.map(refOf))).toEqual({ foundCount: 0, changedCount: 0 })
})

test('without records takes are found under a name that says so, numbered as recorded', async () => {
  const room = studio()
  const takes = [storedTake(room), crashedTake(room, readFileSync(RECORDING)), storedTake(room)]
  for (const take of takes) rmSync(room.files.record(refOf(take)), { force: true })
  rmSync(room.files.sessionRecord(room.sessionId))
  const found = withLostDatabase(room)
  expect(await find(found, takes.map(refOf).toReversed())).toMatchObject({ foundCount: 3 })
  const session = openSession(found.db, { sessionId: room.sessionId })
  expect(session).toMatchObject({ title: 'Recovered recordings', takeCount: 3 })
  expect(session.questions).toMatchObject([
    {
      question: 'Recordings without a question',
      takes: takes.map(({ id }, index) => ({
        id,
        number: index + 1,
        state: 'ready',
        durationMs: RECORDING_MS,
      })),
    },
  ])
  // It is asked about the one that a crash ended, and not about the others.
  expect(listRecoveredTakes(found.db).map(({ take }) => take.id)).toEqual([takes[1]!.id])
  found.records.flush()
  for (const take of takes) expect(readTakeRecord(found.files, refOf(take))?.id).toBe(take.id)
})

test.each(['', '{"format": "soundcheck-take"', '[]', 'null', '{"format":"soundcheck-take"}'])(
  'a record that makes no sense is as good as none: %j',
  async (text) => {
    const room = studio()
    const take = storedTake(room)
    for (const file of [room.files.record(refOf(take)), room.files.sessionRecord(room.sessionId)]) {
      writeFileSync(file, text)
    }
    const found = withLostDatabase(room)
    expect(await find(found, [refOf(take)])).toMatchObject({ foundCount: 1 })
    expect(findTake(found.db, take.id)).toMatchObject({ state: 'ready', durationMs: RECORDING_MS })
  },
)

test('a session in which its question is missing, or that was written twice, is no obstacle', async () => {
  const room = studio()
  const take = storedTake(room, { questionId: 'trial/beta', notes: 'Kept' })
  const file = room.files.sessionRecord(room.sessionId)
  const record = JSON.parse(readFileSync(file, 'utf8')) as { questions: unknown[] }
  for (const questions of [
    record.questions.slice(0, 1),
    [...record.questions, ...record.questions],
  ]) {
    writeFileSync(file, JSON.stringify({ ...record, questions }))
    const found = withLostDatabase(room)
    found.db.exec("DELETE FROM sessions; DELETE FROM questions WHERE id = 'trial/beta'")
    expect(await find(found, [refOf(take)])).toMatchObject({ foundCount: 1 })
    expect(findTake(found.db, take.id)).toMatchObject({ questionId: 'trial/beta', notes: 'Kept' })
  }
})

test('two takes that both say that they are the best, or the first, share nothing', async () => {
  const room = studio()
  const takes = [storedTake(room), storedTake(room)] as const
  const [one, other] = takes.map((take) => room.files.record(refOf(take))) as [string, string]
  const { number, ...lie } = JSON.parse(readFileSync(one, 'utf8')) as TakeRecord
  writeFileSync(one, JSON.stringify({ ...lie, number, isBest: true }))
  writeFileSync(other, JSON.stringify({ ...lie, id: takes[1].id, number, isBest: true }))
  const found = withLostDatabase(room)
  await find(found, takes.map(refOf))
  const facts = takesIn(found).map((take) => [take.number, take.isBest])
  expect(facts).toEqual([
    [1, true],
    [2, false],
  ])
})

test('a take that was deleted stays deleted, and so does a session', async () => {
  const room = studio()
  const take = storedTake(room)
  setSessionDeleted(room.db, { sessionId: room.sessionId, deletedAtMs: NOW_MS })
  room.records.writeSession(room.sessionId)
  const found = withLostDatabase(room)
  await find(found, [refOf(take)])
  expect(() => openSession(found.db, { sessionId: room.sessionId })).toThrow()
})

test('sound that is gone by the time it is looked for leaves no row, no session, no question', async () => {
  const room = studio()
  const take = storedTake(room)
  const found = withLostDatabase(room)
  found.files.removeTake(refOf(take))
  const questions = () => found.db.prepare('SELECT count(*) FROM questions').pluck().get()
  const before = questions()
  expect(await find(found, [refOf(take)])).toEqual({ foundCount: 0, changedCount: 0 })
  expect(rowCount(found.db)).toBe(0)
  expect(sessionRecord(found.db, room.sessionId)).toBeNull()
  expect(questions()).toBe(before)
})

test('words about a take stay although not a byte of its sound is left', async () => {
  const room = studio()
  const take = storedTake(room, { notes: 'Worth keeping' })
  truncateSync(room.files.audio(refOf(take)), 0)
  const found = withLostDatabase(room)
  expect(await find(found, [refOf(take)])).toMatchObject({ foundCount: 1 })
  expect(findTake(found.db, take.id)).toMatchObject({ state: 'damaged', notes: 'Worth keeping' })
})

test('a finished take beside which its recording still lies is finished, not asked about', async () => {
  const room = studio()
  const take = storedTake(room)
  writeFileSync(room.files.part(refOf(take)), readFileSync(RECORDING).subarray(0, 9000))
  const found = withLostDatabase(room)
  await find(found, [refOf(take)])
  expect(findTake(found.db, take.id)).toMatchObject({ durationMs: RECORDING_MS })
  expect(listRecoveredTakes(found.db)).toEqual([])
})

test('one that cannot be found again is left, and the others are found', async () => {
  const room = studio()
  const takes = [storedTake(room), storedTake(room)] as const
  const found = withLostDatabase(room)
  found.db.exec(`CREATE TEMP TRIGGER refuse BEFORE INSERT ON takes WHEN new.id = '${takes[0].id}'
    BEGIN SELECT raise(ABORT, 'not this one'); END`)
  expect(await find(found, takes.map(refOf))).toMatchObject({ foundCount: 1 })
  expect(findTake(found.db, takes[1].id)).not.toBeNull()
  found.db.exec('DROP TRIGGER refuse')
  expect(await find(found, takes.map(refOf))).toMatchObject({ foundCount: 1 })
})

test('a record that is missing is written, and of a take that is gone none', async () => {
  const room = studio()
  const takes = [storedTake(room), storedTake(room)] as const
  for (const take of takes) rmSync(room.files.record(refOf(take)))
  removeTakeRow(room.db, takes[1].id)
  await reconcile(room, { ...NOTHING, unrecorded: takes.map(refOf) })
  const written = takes.map((take) => existsSync(room.files.record(refOf(take))))
  expect(written).toEqual([true, false])
})
