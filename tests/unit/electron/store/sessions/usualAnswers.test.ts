import { expect, test } from 'vitest'
import type { Database } from '../../../../../electron/store/database/database'
import { setSessionDeleted } from '../../../../../electron/store/sessions/sessions'
import { usualAnswers } from '../../../../../electron/store/sessions/usualAnswers'
import { setTakeDeleted } from '../../../../../electron/store/takes/takes'
import { newId } from '../../../../../electron/store/database/ids'
import { NOW_MS, recordTake, start, trialStore } from '../fixture'

/** An answer of this length; 45 to 90 s would fit its question. */
function answer(db: Database, sessionId: string, durationMs: number): string {
  const { id } = recordTake(db, sessionId)
  db.prepare('UPDATE takes SET duration_ms = ? WHERE id = ?').run(durationMs, id)
  return id
}

test('tells of the last answers before the session, and of none of its own', () => {
  const db = trialStore()
  const before = start(db).id
  for (const durationMs of [30_000, 60_000, 70_000, 120_000]) answer(db, before, durationMs)
  const session = start(db).id
  answer(db, session, 5000)
  expect(usualAnswers(db, { sessionId: session })).toEqual({
    answerCount: 4,
    answerMs: 65_000,
    overCount: 1,
    underCount: 1,
  })
})

test('says nothing of two answers, and counts none that is gone or hardly there', () => {
  const db = trialStore()
  const before = start(db).id
  answer(db, before, 60_000)
  answer(db, before, 60_000)
  answer(db, before, 300)
  const deleted = answer(db, before, 60_000)
  setTakeDeleted(db, { takeId: deleted, deletedAtMs: NOW_MS })
  const hidden = start(db).id
  answer(db, hidden, 60_000)
  setSessionDeleted(db, { sessionId: hidden, deletedAtMs: NOW_MS })
  const session = start(db).id
  expect(usualAnswers(db, { sessionId: session })).toBeNull()
})

test('looks at the last ten only', () => {
  const db = trialStore()
  const before = start(db).id
  for (let count = 0; count < 5; count += 1) answer(db, before, 200_000)
  for (let count = 0; count < 10; count += 1) answer(db, before, 60_000)
  expect(usualAnswers(db, { sessionId: start(db).id })).toEqual({
    answerCount: 10,
    answerMs: 60_000,
    overCount: 0,
    underCount: 0,
  })
})

test('of a session that is not there it knows nothing', () => {
  expect(() => usualAnswers(trialStore(), { sessionId: newId() })).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  )
})
