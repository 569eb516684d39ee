import { expect, test } from 'vitest'
import type { Database } from '../../../../../electron/store/database/database'
import { newId } from '../../../../../electron/store/database/ids'
import { openSession } from '../../../../../electron/store/sessions/openSession'
import {
  finishSession,
  listEmptySessions,
  listPurgeableSessions,
  listUntouchedSessions,
  removeSessionRow,
  setSessionDeleted,
  visitQuestion,
} from '../../../../../electron/store/sessions/sessions'
import { startSession } from '../../../../../electron/store/sessions/startSession'
import {
  findTake,
  markTakeDamaged,
  markTakeReady,
  removeTakeRow,
  setTakeDeleted,
} from '../../../../../electron/store/takes/takes'
import { SessionSchema } from '../../../../../shared/model'
import { beginTake, NOW_MS, recordTake, start, trialStore } from '../fixture'

const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' }) as Error

const sessionIds = (db: Database) => db.prepare('SELECT id FROM sessions ORDER BY id').pluck().all()
const open = (db: Database, sessionId: string) => openSession(db, { sessionId })

test('an open session has its takes by number, without deleted and recording ones', () => {
  const db = trialStore()
  const { id } = start(db)
  const first = recordTake(db, id, 'trial/beta', 'Good start')
  const damaged = beginTake(db, id, 'trial/beta')
  markTakeDamaged(db, { takeId: damaged.id, durationMs: 500, sizeBytes: 9 })
  const deleted = recordTake(db, id, 'trial/beta')
  setTakeDeleted(db, { takeId: deleted.id, deletedAtMs: NOW_MS })
  beginTake(db, id, 'trial/gamma')

  const session = SessionSchema.parse(open(db, id))
  expect(session.questions.map(({ takes }) => takes)).toEqual([
    [],
    [first, { ...damaged, state: 'damaged', durationMs: 500 }],
    [],
  ])
  expect(session).toMatchObject({ answeredCount: 1, takeCount: 2, spokenMs: 2000.5 })
})

test('a take that is hardly there answers no question, one that is damaged does', () => {
  const db = trialStore()
  const { id } = start(db)
  const end = (questionId: string, durationMs: number) =>
    markTakeReady(db, { takeId: beginTake(db, id, questionId).id, durationMs, sizeBytes: 900 })
  end('trial/alpha', 210)
  end('trial/beta', 500)
  const damaged = beginTake(db, id, 'trial/gamma')
  markTakeDamaged(db, { takeId: damaged.id, durationMs: 0, sizeBytes: 9 })
  expect(open(db, id)).toMatchObject({ answeredCount: 2, takeCount: 3 })
})

test('a session that is begun leaves every other one as it is', () => {
  const db = trialStore()
  const answered = start(db)
  recordTake(db, answered.id)
  const recording = start(db)
  beginTake(db, recording.id)
  const empty = start(db)
  const now = startSession(db, { kind: 'pack', packId: 'trial', startedAtMs: NOW_MS + 9 })
  const all = [answered, recording, empty, now].map(({ id }) => id)
  expect(sessionIds(db)).toEqual(all)
  expect(all.map((id) => open(db, id).finishedAtMs)).toEqual([null, null, null, null])
})

test('the question at which the person is is remembered', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  visitQuestion(db, { sessionId, questionId: 'trial/gamma' })
  expect(open(db, sessionId).currentQuestionId).toBe('trial/gamma')
  expect(() => visitQuestion(db, { sessionId, questionId: 'trial/omega' })).toThrow(NOT_FOUND)
  expect(() => visitQuestion(db, { sessionId: newId(), questionId: 'trial/beta' })).toThrow(
    NOT_FOUND,
  )
  expect(open(db, sessionId).currentQuestionId).toBe('trial/gamma')
})

test('finishing keeps a session with a take and removes one without', () => {
  const db = trialStore()
  const { id: empty } = start(db)
  finishSession(db, { sessionId: empty, finishedAtMs: NOW_MS })
  expect(sessionIds(db)).toEqual([])
  expect(() => finishSession(db, { sessionId: empty, finishedAtMs: NOW_MS })).toThrow(NOT_FOUND)

  const { id } = start(db)
  recordTake(db, id)
  finishSession(db, { sessionId: id, finishedAtMs: NOW_MS + 5 })
  finishSession(db, { sessionId: id, finishedAtMs: NOW_MS + 6 })
  expect(open(db, id).finishedAtMs).toBe(NOW_MS + 5)
})

test('a deleted session is out of reach, comes back on undo, and goes for good when purged', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const take = recordTake(db, sessionId)
  const before = open(db, sessionId)
  setSessionDeleted(db, { sessionId, deletedAtMs: NOW_MS })
  expect(() => open(db, sessionId)).toThrow(NOT_FOUND)
  expect(() => finishSession(db, { sessionId, finishedAtMs: NOW_MS })).toThrow(NOT_FOUND)
  expect(() => visitQuestion(db, { sessionId, questionId: 'trial/beta' })).toThrow(NOT_FOUND)
  expect(listPurgeableSessions(db, { deletedBeforeMs: NOW_MS - 1 })).toEqual([])
  expect(listPurgeableSessions(db, { deletedBeforeMs: NOW_MS })).toEqual([sessionId])

  setSessionDeleted(db, { sessionId, deletedAtMs: null })
  expect(open(db, sessionId)).toEqual(before)
  expect(listPurgeableSessions(db, { deletedBeforeMs: Infinity })).toEqual([])

  removeSessionRow(db, sessionId)
  expect(findTake(db, take.id)).toBeNull()
  expect(sessionIds(db)).toEqual([])
  expect(() => setSessionDeleted(db, { sessionId, deletedAtMs: null })).toThrow(NOT_FOUND)
})

test('a session that comes back goes on, also beside a newer one', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  recordTake(db, sessionId)
  setSessionDeleted(db, { sessionId, deletedAtMs: NOW_MS })
  const newer = startSession(db, { kind: 'pack', packId: 'trial', startedAtMs: NOW_MS + 9 })
  setSessionDeleted(db, { sessionId, deletedAtMs: null })
  expect(open(db, sessionId).finishedAtMs).toBeNull()
  expect(open(db, newer.id).finishedAtMs).toBeNull()
})

test('a finished session that comes back keeps the moment of its end', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  recordTake(db, sessionId)
  finishSession(db, { sessionId, finishedAtMs: NOW_MS + 5 })
  setSessionDeleted(db, { sessionId, deletedAtMs: NOW_MS + 6 })
  startSession(db, { kind: 'pack', packId: 'trial', startedAtMs: NOW_MS + 9 })
  setSessionDeleted(db, { sessionId, deletedAtMs: null })
  expect(open(db, sessionId).finishedAtMs).toBe(NOW_MS + 5)
})

test('a finished session is purged after its last take, an unfinished one is not', () => {
  const db = trialStore()
  const finished = start(db)
  const take = recordTake(db, finished.id)
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: NOW_MS })
  finishSession(db, { sessionId: finished.id, finishedAtMs: NOW_MS })
  start(db)
  expect(listEmptySessions(db)).toEqual([])
  removeTakeRow(db, take.id)
  expect(listEmptySessions(db)).toEqual([finished.id])
})

test('a session is untouched while it has no take and stands at its first question', () => {
  const db = trialStore()
  const untouched = start(db)
  recordTake(db, start(db).id)
  beginTake(db, start(db).id)
  const deletedTake = recordTake(db, start(db).id)
  setTakeDeleted(db, { takeId: deletedTake.id, deletedAtMs: NOW_MS })
  const further = start(db)
  visitQuestion(db, { sessionId: further.id, questionId: 'trial/beta' })
  const hidden = start(db)
  setSessionDeleted(db, { sessionId: hidden.id, deletedAtMs: NOW_MS })
  expect(listUntouchedSessions(db)).toEqual([untouched.id])
})
