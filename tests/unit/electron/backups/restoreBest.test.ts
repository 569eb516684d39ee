import { expect, test } from 'vitest'
import type { Database } from '../../../../electron/store/database/database'
import { removeTakeRow, setBestTake, setTakeDeleted } from '../../../../electron/store/takes/takes'
import { NOW_MS, recordTake, start, trialStore } from '../store/fixture'
import { backupOf, everythingIn, NO_CHANGES, restore } from './restoreFixture'

const bestOf = (db: Database) =>
  db.prepare<[], string>('SELECT id FROM takes WHERE is_best = 1 ORDER BY id').pluck().all()
const makeBest = (db: Database, takeId: string) => setBestTake(db, { takeId, isBest: true })

function threeTakes() {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const ids = [1, 2, 3].map(() => recordTake(db, sessionId).id) as [string, string, string]
  return { db, sessionId, ids }
}

test('the best take is the one that it was, when all know each other', () => {
  const { db, ids } = threeTakes()
  makeBest(db, ids[0])
  const backup = backupOf(db)
  makeBest(db, ids[2])
  expect(restore(db, backup)).toEqual({ ...NO_CHANGES, takesChanged: 2 })
  expect(bestOf(db)).toEqual([ids[0]])
})

test('when none was, none is', () => {
  const { db, ids } = threeTakes()
  const backup = backupOf(db)
  makeBest(db, ids[1])
  restore(db, backup)
  expect(bestOf(db)).toEqual([])
})

test('a newer take that is the best one by now stays it', () => {
  const { db, sessionId, ids } = threeTakes()
  makeBest(db, ids[0])
  const backup = backupOf(db)
  const newer = recordTake(db, sessionId).id
  makeBest(db, newer)
  expect(restore(db, backup)).toEqual({ ...NO_CHANGES, takesKept: 1 })
  expect(bestOf(db)).toEqual([newer])
})

test('a newer one that was deleted does not', () => {
  const { db, sessionId, ids } = threeTakes()
  makeBest(db, ids[0])
  const backup = backupOf(db)
  const newer = recordTake(db, sessionId).id
  makeBest(db, newer)
  setTakeDeleted(db, { takeId: newer, deletedAtMs: NOW_MS })
  restore(db, backup)
  expect(bestOf(db)).toEqual([ids[0]])
  // Its record has to follow.
})

test.each([
  ['when another one that the backup knows has its place', true],
  ['when a newer one has its place', false],
])('a best take that comes back is the best one again: %s', (_, isAgain) => {
  const { db, sessionId, ids } = threeTakes()
  makeBest(db, ids[0])
  const backup = backupOf(db)
  removeTakeRow(db, ids[0])
  const other = isAgain ? ids[1] : recordTake(db, sessionId).id
  makeBest(db, other)
  restore(db, backup)
  expect(bestOf(db)).toEqual([isAgain ? ids[0] : other])
})

test('restoring twice is the same as restoring once, whatever happened before', () => {
  const { db, sessionId, ids } = threeTakes()
  const beta = recordTake(db, sessionId, 'trial/beta').id
  for (const id of [ids[0], beta]) makeBest(db, id)
  const backup = backupOf(db)
  removeTakeRow(db, ids[0])
  makeBest(db, ids[1])
  removeTakeRow(db, beta)
  makeBest(db, recordTake(db, sessionId, 'trial/beta').id)
  restore(db, backup)
  const once = everythingIn(db)
  const changes = restore(db, backup)
  expect(changes).toEqual({ ...NO_CHANGES, takesKept: 1 })
  expect(everythingIn(db)).toBe(once)
})
