import { expect, test } from 'vitest'
import { onChangeCounted } from '../../../../../electron/store/database/countChanges'
import type { Database } from '../../../../../electron/store/database/database'
import { newId } from '../../../../../electron/store/database/ids'
import { changeMark, insertMark, removeMark } from '../../../../../electron/store/takes/marks'
import { readLibrary } from '../../../../../electron/store/database/revisions'
import { answerRubric } from '../../../../../electron/store/takes/rubrics'
import {
  finishSession,
  setSessionDeleted,
  visitQuestion,
} from '../../../../../electron/store/sessions/sessions'
import { setTakeRecovered } from '../../../../../electron/recovery/recoveredTakes'
import {
  removeTakeRow,
  setBestTake,
  setTakeDeleted,
  setTakeNotes,
  setTakeRating,
} from '../../../../../electron/store/takes/takes'
import { NOW_MS, recordTake, start, trialStore } from '../fixture'

function revisionOf(db: Database, table: string, id: string): unknown {
  return db.prepare(`SELECT library_id, revision FROM ${table} WHERE id = ?`).get(id)
}

/** Which number the last change got, and whether it is on the row. */
function expectCounted(db: Database, table: string, id: string, change: () => void): void {
  const before = readLibrary(db).counter
  change()
  const { id: library_id, counter } = readLibrary(db)
  expect(counter).toBeGreaterThan(before)
  expect(revisionOf(db, table, id)).toEqual({ library_id, revision: counter })
}

test('every change of a take and of a session gets the next number, in the same commit', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const { id: takeId } = recordTake(db, sessionId)
  const mark = { id: newId(), takeId, kind: 'task', atMs: 300, note: '' } as const
  const changes: (() => unknown)[] = [
    () => setTakeNotes(db, { takeId, notes: 'Slower' }),
    () => setTakeRating(db, { takeId, rating: 2 }),
    () => setBestTake(db, { takeId, isBest: true }),
    () => setTakeRecovered(db, { takeId, isRecovered: true }),
    () => setTakeDeleted(db, { takeId, deletedAtMs: NOW_MS }),
    () => insertMark(db, mark),
    () => changeMark(db, { markId: mark.id, note: 'Here' }),
    () => removeMark(db, mark.id),
    () => answerRubric(db, { takeId, item: 'answered', step: 1 }),
  ]
  for (const change of changes) expectCounted(db, 'takes', takeId, change)
  expectCounted(db, 'sessions', sessionId, () =>
    finishSession(db, { sessionId, finishedAtMs: NOW_MS }),
  )
  expectCounted(db, 'sessions', sessionId, () =>
    setSessionDeleted(db, { sessionId, deletedAtMs: NOW_MS }),
  )
})

test('the take that is no longer the best one has changed too', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const [first, second] = [recordTake(db, sessionId), recordTake(db, sessionId)]
  setBestTake(db, { takeId: first.id, isBest: true })
  const before = revisionOf(db, 'takes', first.id)
  setBestTake(db, { takeId: second.id, isBest: true })
  expect(revisionOf(db, 'takes', first.id)).not.toEqual(before)
})

test('looking at another question, and removing for good, say nothing about what is left', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const [gone, kept] = [recordTake(db, sessionId), recordTake(db, sessionId)]
  const before = [revisionOf(db, 'sessions', sessionId), revisionOf(db, 'takes', kept.id)]
  visitQuestion(db, { sessionId, questionId: 'trial/beta' })
  removeTakeRow(db, gone.id)
  expect([revisionOf(db, 'sessions', sessionId), revisionOf(db, 'takes', kept.id)]).toEqual(before)
})

test('a change that is taken back has no number, and its number is given again', () => {
  const db = trialStore()
  const { id: takeId } = recordTake(db, start(db).id)
  const before = readLibrary(db)
  const change = db.transaction(() => {
    setTakeNotes(db, { takeId, notes: 'never said' })
    throw new Error('The disk is full')
  })
  expect(change).toThrow('The disk is full')
  expect(readLibrary(db)).toEqual(before)
})

test('who listens hears of each change', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const { id: takeId } = recordTake(db, sessionId)
  const heard: string[] = []
  onChangeCounted(db, (owner, id) => heard.push(`${owner} ${id}`))
  setTakeNotes(db, { takeId, notes: 'Slower' })
  finishSession(db, { sessionId, finishedAtMs: NOW_MS })
  expect(heard).toEqual([`take ${takeId}`, `session ${sessionId}`])
})
