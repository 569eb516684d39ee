import { expect, test } from 'vitest'
import type { Database } from '../../../../../electron/store/database/database'
import { newId } from '../../../../../electron/store/database/ids'
import { savePack } from '../../../../../electron/store/questions/packs'
import { openSession } from '../../../../../electron/store/sessions/openSession'
import {
  finishSession,
  listEmptySessions,
  listPurgeableSessions,
  removeSessionRow,
  setSessionDeleted,
  startSession,
  visitQuestion,
} from '../../../../../electron/store/sessions/sessions'
import {
  findTake,
  markTakeDamaged,
  removeTakeRow,
  setTakeDeleted,
} from '../../../../../electron/store/takes/takes'
import { SessionSchema } from '../../../../../shared/model'
import { beginTake, NOW_MS, packOf, packQuestion, recordTake, start, trialStore } from '../fixture'

const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' }) as Error

const sessionIds = (db: Database) => db.prepare('SELECT id FROM sessions ORDER BY id').pluck().all()
const open = (db: Database, sessionId: string) => openSession(db, { sessionId })

test('a session begins with every question of the pack, in order', () => {
  const db = trialStore()
  const session = startSession(db, { packId: 'trial', startedAtMs: NOW_MS })
  expect(SessionSchema.parse(session)).toEqual(session)
  expect(session).toMatchObject({
    packId: 'trial',
    packTitle: 'Trial',
    startedAtMs: NOW_MS,
    finishedAtMs: null,
    questionCount: 3,
    answeredCount: 0,
    takeCount: 0,
    spokenMs: 0,
    currentQuestionId: 'trial/alpha',
  })
  expect(session.questions.map(({ id, position }) => [id, position])).toEqual([
    ['trial/alpha', 1],
    ['trial/beta', 2],
    ['trial/gamma', 3],
  ])
  expect(session.questions[0]).toMatchObject({
    whyTheyAsk: 'They want to see how you think.',
    exampleAnswers: [{ label: 'Two years in', text: 'I once worked on alpha.' }],
    talkingPoints: ['One point'],
    pitfalls: ['One pitfall'],
    tags: ['process', 'technical'],
    target: { shortestMs: 45_000, longestMs: 90_000 },
    takes: [],
  })
  expect(() => startSession(db, { packId: 'nothing', startedAtMs: NOW_MS })).toThrow(NOT_FOUND)
})

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

test('starting again finishes the session that has takes and removes the one that has none', () => {
  const db = trialStore()
  const answered = start(db)
  recordTake(db, answered.id)
  const empty = start(db)
  const now = startSession(db, { packId: 'trial', startedAtMs: NOW_MS + 9 })
  expect(sessionIds(db)).toEqual([answered.id, now.id])
  expect(open(db, answered.id).finishedAtMs).toBe(NOW_MS)
  expect(() => open(db, empty.id)).toThrow(NOT_FOUND)
})

test('a session whose takes are deleted or recording is finished, never removed', () => {
  const db = trialStore()
  const deleted = start(db)
  const take = recordTake(db, deleted.id)
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: NOW_MS })
  const recording = start(db)
  beginTake(db, recording.id)
  start(db)
  expect(open(db, deleted.id).finishedAtMs).toBe(NOW_MS)
  expect(open(db, recording.id).finishedAtMs).toBe(NOW_MS)
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

test('a session that comes back while a newer one goes on is finished', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  recordTake(db, sessionId)
  setSessionDeleted(db, { sessionId, deletedAtMs: NOW_MS })
  const newer = startSession(db, { packId: 'trial', startedAtMs: NOW_MS + 9 })
  setSessionDeleted(db, { sessionId, deletedAtMs: null })
  expect(open(db, sessionId).finishedAtMs).toBe(NOW_MS + 9)
  expect(open(db, newer.id).finishedAtMs).toBeNull()
})

test('a session that comes back goes on when no other one of its pack does', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  recordTake(db, sessionId)
  setSessionDeleted(db, { sessionId, deletedAtMs: NOW_MS })
  const newer = start(db)
  recordTake(db, newer.id)
  finishSession(db, { sessionId: newer.id, finishedAtMs: NOW_MS + 9 })
  savePack(db, packOf([packQuestion('delta')], { id: 'other' }))
  start(db, 'other')
  setSessionDeleted(db, { sessionId, deletedAtMs: null })
  expect(open(db, sessionId).finishedAtMs).toBeNull()
})

test('a finished session that comes back keeps the moment of its end', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  recordTake(db, sessionId)
  finishSession(db, { sessionId, finishedAtMs: NOW_MS + 5 })
  setSessionDeleted(db, { sessionId, deletedAtMs: NOW_MS + 6 })
  startSession(db, { packId: 'trial', startedAtMs: NOW_MS + 9 })
  setSessionDeleted(db, { sessionId, deletedAtMs: null })
  expect(open(db, sessionId).finishedAtMs).toBe(NOW_MS + 5)
})

test('a finished session is purged after its last take, an unfinished one is not', () => {
  const db = trialStore()
  const finished = start(db)
  const take = recordTake(db, finished.id)
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: NOW_MS })
  start(db)
  expect(listEmptySessions(db)).toEqual([])
  removeTakeRow(db, take.id)
  expect(listEmptySessions(db)).toEqual([finished.id])
})
