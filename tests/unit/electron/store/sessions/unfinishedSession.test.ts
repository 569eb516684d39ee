import { expect, test } from 'vitest'
import type { Database } from '../../../../../electron/store/database/database'
import { savePack } from '../../../../../electron/store/questions/packs'
import {
  finishSession,
  setSessionDeleted,
  visitQuestion,
} from '../../../../../electron/store/sessions/sessions'
import { startSession } from '../../../../../electron/store/sessions/startSession'
import { unfinishedSession } from '../../../../../electron/store/sessions/unfinishedSession'
import { UnfinishedSessionSchema } from '../../../../../shared/model'
import { beginTake, NOW_MS, packOf, packQuestion, recordTake, start, trialStore } from '../fixture'

const unfinished = (db: Database) => UnfinishedSessionSchema.nullable().parse(unfinishedSession(db))

test('a session can be resumed once it has a take or has moved on', () => {
  const db = trialStore()
  const session = start(db)
  expect(unfinished(db)).toBeNull()
  const recording = beginTake(db, session.id)
  expect(unfinished(db)).toBeNull()
  visitQuestion(db, { sessionId: session.id, questionId: 'trial/beta' })
  expect(unfinished(db)).toEqual({
    id: session.id,
    kind: 'pack',
    title: 'Trial',
    packId: 'trial',
    questionCount: 3,
    currentPosition: 2,
    currentQuestion: {
      id: 'trial/beta',
      question: 'What about beta?',
      shortTitle: null,
      language: 'en',
    },
    lastAtMs: session.startedAtMs,
  })
  visitQuestion(db, { sessionId: session.id, questionId: recording.questionId })
  expect(unfinished(db)).toBeNull()
  recordTake(db, session.id)
  expect(unfinished(db)).toMatchObject({ id: session.id, currentPosition: 1 })

  setSessionDeleted(db, { sessionId: session.id, deletedAtMs: NOW_MS })
  expect(unfinished(db)).toBeNull()
  setSessionDeleted(db, { sessionId: session.id, deletedAtMs: null })
  finishSession(db, { sessionId: session.id, finishedAtMs: NOW_MS })
  expect(unfinished(db)).toBeNull()
})

test('of several it is the newest, whatever their kind and pack; an older one follows it', () => {
  const db = trialStore()
  savePack(db, packOf([packQuestion('delta')], { id: 'other' }))
  const older = start(db)
  recordTake(db, older.id)
  const questionIds = ['other/delta', 'trial/alpha']
  const newer = startSession(db, { kind: 'chosen', questionIds, startedAtMs: NOW_MS })
  recordTake(db, newer.id, 'other/delta')
  start(db)
  expect(unfinished(db)).toMatchObject({ id: newer.id, kind: 'chosen', packId: null })
  finishSession(db, { sessionId: newer.id, finishedAtMs: NOW_MS })
  expect(unfinished(db)?.id).toBe(older.id)
})

test('where one stopped is told by the session, also when the pack has shrunk or is gone', () => {
  const db = trialStore()
  const session = start(db)
  visitQuestion(db, { sessionId: session.id, questionId: 'trial/gamma' })
  savePack(db, packOf([packQuestion('alpha')]))
  expect(unfinished(db)).toMatchObject({ currentPosition: 3, questionCount: 3 })
})
