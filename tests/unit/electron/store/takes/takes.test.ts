import { expect, test } from 'vitest'
import { openSession } from '../../../../../electron/store/sessions/openSession'
import { setSessionDeleted } from '../../../../../electron/store/sessions/sessions'
import {
  findTake,
  insertRecordingTake,
  listPurgeableTakes,
  listRecordingTakes,
  markTakeDamaged,
  markTakeReady,
  removeTakeRow,
  setBestTake,
  setTakeDeleted,
  setTakeNotes,
  setTakeRating,
} from '../../../../../electron/store/takes/takes'
import { newId } from '../../../../../electron/store/database/ids'
import { TakeSchema } from '../../../../../shared/model'
import { beginTake, NOW_MS, recordTake, start, trialStore } from '../fixture'

const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' }) as Error

test('a take begins as a row that is recording', () => {
  const db = trialStore()
  const session = start(db)
  const id = newId()
  const take = insertRecordingTake(db, {
    id,
    sessionId: session.id,
    questionId: 'trial/beta',
    startedAtMs: NOW_MS,
    microphone: 'Desk microphone',
    processing: { echoCancellation: true, noiseSuppression: false, autoGainControl: true },
  })
  expect(TakeSchema.parse(take)).toEqual({
    id,
    sessionId: session.id,
    questionId: 'trial/beta',
    followUp: '',
    number: 1,
    state: 'recording',
    startedAtMs: NOW_MS,
    isBest: false,
    rating: null,
    notes: '',
  })
  expect(listRecordingTakes(db)).toEqual([take])
  expect(
    db
      .prepare(
        'SELECT microphone, echo_cancellation, noise_suppression, auto_gain_control FROM takes',
      )
      .raw()
      .get(),
  ).toEqual(['Desk microphone', 1, 0, 1])
})

test('a recording take becomes ready or damaged, with its length', () => {
  const db = trialStore()
  const session = start(db)
  const ready = beginTake(db, session.id)
  const damaged = beginTake(db, session.id)
  expect(markTakeReady(db, { takeId: ready.id, durationMs: 1234.5, sizeBytes: 10 })).toEqual({
    ...ready,
    state: 'ready',
    durationMs: 1234.5,
  })
  expect(markTakeDamaged(db, { takeId: damaged.id, durationMs: 0, sizeBytes: 0 })).toEqual({
    ...damaged,
    state: 'damaged',
    durationMs: 0,
  })
  expect(listRecordingTakes(db)).toEqual([])
})

test('takes count within one question of one session; a deleted number is not used again', () => {
  const db = trialStore()
  const session = start(db)
  expect(recordTake(db, session.id).number).toBe(1)
  const second = recordTake(db, session.id)
  expect(second.number).toBe(2)
  expect(recordTake(db, session.id, 'trial/beta').number).toBe(1)
  setTakeDeleted(db, { takeId: second.id, deletedAtMs: NOW_MS })
  expect(recordTake(db, session.id).number).toBe(3)
  expect(recordTake(db, start(db).id).number).toBe(1)
})

test('a take needs a session that is there and asks the question', () => {
  const db = trialStore()
  const session = start(db)
  expect(() => beginTake(db, newId())).toThrow(NOT_FOUND)
  expect(() => beginTake(db, session.id, 'trial/omega')).toThrow(NOT_FOUND)
  setSessionDeleted(db, { sessionId: session.id, deletedAtMs: NOW_MS })
  expect(() => beginTake(db, session.id)).toThrow(NOT_FOUND)
  expect(listRecordingTakes(db)).toEqual([])
})

test('every change of a take that is not there is refused', () => {
  const db = trialStore()
  const takeId = newId()
  const closed = { takeId, durationMs: 1, sizeBytes: 1 }
  expect(() => markTakeReady(db, closed)).toThrow(NOT_FOUND)
  expect(() => markTakeDamaged(db, closed)).toThrow(NOT_FOUND)
  expect(() => setTakeRating(db, { takeId, rating: 1 })).toThrow(NOT_FOUND)
  expect(() => setTakeNotes(db, { takeId, notes: 'x' })).toThrow(NOT_FOUND)
  expect(() => setBestTake(db, { takeId, isBest: true })).toThrow(NOT_FOUND)
  expect(() => setTakeDeleted(db, { takeId, deletedAtMs: null })).toThrow(NOT_FOUND)
  expect(findTake(db, takeId)).toBeNull()
  removeTakeRow(db, takeId)
})

test('rating and notes are kept, can be taken back, and survive a delete that is undone', () => {
  const db = trialStore()
  const { id: takeId } = recordTake(db, start(db).id)
  setTakeRating(db, { takeId, rating: 4 })
  setTakeDeleted(db, { takeId, deletedAtMs: NOW_MS })
  setTakeNotes(db, { takeId, notes: 'Breathe.' })
  expect(findTake(db, takeId)).toMatchObject({ rating: 4, notes: 'Breathe.', deletedAtMs: NOW_MS })
  setTakeDeleted(db, { takeId, deletedAtMs: null })
  setTakeRating(db, { takeId, rating: null })
  setTakeNotes(db, { takeId, notes: '' })
  expect(findTake(db, takeId)).toMatchObject({ rating: null, notes: '', deletedAtMs: null })
})

test('at most one take of a question in a session is the best', () => {
  const db = trialStore()
  const session = start(db)
  const [first, second, other] = [
    recordTake(db, session.id),
    recordTake(db, session.id),
    recordTake(db, session.id, 'trial/beta'),
  ]
  const best = () => [first, second, other].map((take) => findTake(db, take.id)?.isBest)
  setBestTake(db, { takeId: other.id, isBest: true })
  setBestTake(db, { takeId: first.id, isBest: true })
  setBestTake(db, { takeId: first.id, isBest: true })
  expect(best()).toEqual([true, false, true])
  setBestTake(db, { takeId: second.id, isBest: true })
  expect(best()).toEqual([false, true, true])
  setBestTake(db, { takeId: second.id, isBest: false })
  expect(best()).toEqual([false, false, true])
})

test('a deleted best take is the best again when restored, unless another one is by then', () => {
  const db = trialStore()
  const session = start(db)
  const [first, second] = [recordTake(db, session.id), recordTake(db, session.id)]
  setBestTake(db, { takeId: first.id, isBest: true })
  setTakeDeleted(db, { takeId: first.id, deletedAtMs: NOW_MS })
  expect(() => setBestTake(db, { takeId: first.id, isBest: true })).toThrow(NOT_FOUND)
  setTakeDeleted(db, { takeId: first.id, deletedAtMs: null })
  expect(findTake(db, first.id)?.isBest).toBe(true)

  setTakeDeleted(db, { takeId: first.id, deletedAtMs: NOW_MS })
  setBestTake(db, { takeId: second.id, isBest: true })
  setTakeDeleted(db, { takeId: first.id, deletedAtMs: null })
  expect(findTake(db, first.id)?.isBest).toBe(false)
  expect(findTake(db, second.id)?.isBest).toBe(true)
})

test('a deleted take is out of sight, comes back on undo, and goes for good when purged', () => {
  const db = trialStore()
  const session = start(db)
  const take = recordTake(db, session.id)
  const kept = recordTake(db, session.id)
  const shown = () =>
    openSession(db, { sessionId: session.id }).questions[0]?.takes.map(({ id }) => id)

  setTakeDeleted(db, { takeId: take.id, deletedAtMs: NOW_MS })
  expect(shown()).toEqual([kept.id])
  expect(listPurgeableTakes(db, { deletedBeforeMs: NOW_MS - 1 })).toEqual([])
  expect(listPurgeableTakes(db, { deletedBeforeMs: NOW_MS })).toEqual([
    { takeId: take.id, sessionId: session.id },
  ])
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: null })
  expect(shown()).toEqual([take.id, kept.id])
  expect(listPurgeableTakes(db, { deletedBeforeMs: Infinity })).toEqual([])
  removeTakeRow(db, take.id)
  expect(shown()).toEqual([kept.id])
})
