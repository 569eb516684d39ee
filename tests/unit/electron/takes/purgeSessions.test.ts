import { existsSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { finishSession, setSessionDeleted } from '../../../../electron/store/sessions/sessions'
import { removeTakeRow, setTakeDeleted } from '../../../../electron/store/takes/takes'
import { UNDO_MS } from '../../../../shared/defaults'
import { NOW_MS, recordTake, start } from '../store/fixture'
import { healthy, purgeIn, refOf, rowCount, storedTake, studio } from './fixture'

beforeEach(() => {
  vi.useFakeTimers({ now: NOW_MS })
})
afterEach(() => {
  vi.useRealTimers()
})

test('a deleted session goes with its folder', () => {
  const { db, files, sessionId, ...room } = studio()
  storedTake({ db, files, sessionId, ...room })
  setSessionDeleted(db, { sessionId, deletedAtMs: Date.now() })
  void purgeIn({ db, files }).removeEverythingDeleted()
  expect(rowCount(db)).toBe(0)
  expect(existsSync(files.folder(sessionId))).toBe(false)
})

test('a session that was deleted while a take waits goes in its own time', () => {
  const room = studio()
  const purge = purgeIn(room)
  const take = storedTake(room)
  const { id: sessionId } = start(room.db)
  recordTake(room.db, sessionId)
  setTakeDeleted(room.db, { takeId: take.id, deletedAtMs: Date.now() })
  purge.schedule()
  vi.advanceTimersByTime(UNDO_MS / 2)
  setSessionDeleted(room.db, { sessionId, deletedAtMs: Date.now() })
  purge.schedule()
  vi.advanceTimersByTime(UNDO_MS)
  expect(rowCount(room.db)).toBe(1)
  vi.advanceTimersByTime(5000)
  expect(rowCount(room.db)).toBe(0)
})

test('a session whose last take went goes too, unless its folder has sound that lost its row', () => {
  const room = studio()
  const { db, files, sessionId } = room
  const [gone, lost] = [storedTake(room), storedTake(room)]
  finishSession(db, { sessionId, finishedAtMs: NOW_MS })
  setTakeDeleted(db, { takeId: gone.id, deletedAtMs: NOW_MS })
  removeTakeRow(db, lost.id)
  const purge = purgeIn({ db, files })
  void purge.removeEverythingDeleted()
  expect(existsSync(files.audio(refOf(lost)))).toBe(true)

  files.removeTake(refOf(lost))
  void purge.removeEverythingDeleted()
  expect(existsSync(files.folder(sessionId))).toBe(false)
})

test('a session that nobody has begun goes at start and end, never while somebody may be in it', () => {
  const { db, files } = studio()
  db.exec('DELETE FROM sessions')
  const untouched = start(db)
  const begun = start(db)
  recordTake(db, begun.id)
  const purge = purgeIn({ db, files })
  const take = recordTake(db, begun.id)
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: Date.now() })
  purge.schedule()
  vi.advanceTimersByTime(UNDO_MS + 5000)
  const ids = () => db.prepare('SELECT id FROM sessions ORDER BY id').pluck().all()
  expect(rowCount(db)).toBe(1)
  expect(ids()).toEqual([untouched.id, begun.id])

  const damaged = { ...healthy(), isDamaged: true }
  void purgeIn({ db, files }, { health: damaged }).removeEverythingDeleted()
  expect(ids()).toEqual([untouched.id, begun.id])
  void purge.removeEverythingDeleted()
  expect(ids()).toEqual([begun.id])
  expect(db.prepare('SELECT count(*) FROM tombstones WHERE id = ?').pluck().get(untouched.id)).toBe(
    0,
  )
})
