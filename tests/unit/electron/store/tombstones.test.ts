import { expect, test } from 'vitest'
import type { Database } from '../../../../electron/store/database/database'
import {
  finishSession,
  removeSessionRow,
  setSessionDeleted,
} from '../../../../electron/store/sessions/sessions'
import { removeTakeRow, setTakeDeleted, setTakeNotes } from '../../../../electron/store/takes/takes'
import { beginTake, NOW_MS, recordTake, start, trialStore } from './fixture'

const tombstones = (db: Database) =>
  db.prepare('SELECT id FROM tombstones ORDER BY id').pluck().all()

test('a take that is gone for good leaves a tombstone', () => {
  const db = trialStore()
  const take = recordTake(db, start(db).id)
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: NOW_MS })
  expect(tombstones(db)).toEqual([])
  removeTakeRow(db, take.id)
  expect(tombstones(db)).toEqual([take.id])
})

test('so does a deleted session, and each of its takes', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const takes = [recordTake(db, sessionId), recordTake(db, sessionId)]
  setSessionDeleted(db, { sessionId, deletedAtMs: NOW_MS })
  removeSessionRow(db, sessionId)
  expect(tombstones(db)).toEqual([sessionId, ...takes.map(({ id }) => id)].toSorted())
})

test('what nobody deleted leaves none: a take without sound, a session without a take', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  removeTakeRow(db, beginTake(db, sessionId).id)
  start(db) // ends the other one, which is empty
  expect(tombstones(db)).toEqual([])
})

test('words leave one even before their take is finished; so does a session whose takes are gone', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const [open, take] = [beginTake(db, sessionId), recordTake(db, sessionId)]
  setTakeNotes(db, { takeId: open.id, notes: 'Already' })
  finishSession(db, { sessionId, finishedAtMs: NOW_MS })
  for (const { id } of [open, take]) removeTakeRow(db, id)
  removeSessionRow(db, sessionId)
  expect(tombstones(db)).toEqual([sessionId, open.id, take.id].toSorted())
})

test('a deletion that is rolled back leaves none', () => {
  const db = trialStore()
  const take = recordTake(db, start(db).id)
  const fails = db.transaction(() => {
    removeTakeRow(db, take.id)
    throw new Error('Not after all')
  })
  expect(fails).toThrow('Not after all')
  expect(tombstones(db)).toEqual([])
})
