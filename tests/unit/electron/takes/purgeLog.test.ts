import { existsSync, readFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { removeTakeRow, setTakeDeleted } from '../../../../electron/store/takes/takes'
import { UNDO_MS } from '../../../../shared/defaults'
import { NOW_MS } from '../store/fixture'
import { purgeIn, storedTake, type Studio, studioOnDisk } from './fixture'

const MARKER = 'zanzibarmarker'

beforeEach(() => {
  vi.useFakeTimers({ now: NOW_MS, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function logHolds({ dataFolder }: Studio): boolean {
  const log = `${dataFolderAt(dataFolder).database}-wal`
  return existsSync(log) && readFileSync(log).includes(MARKER)
}

test('while a copy is read from the log, nobody waits, and the log is emptied afterwards', () => {
  const room = studioOnDisk()
  const purge = purgeIn(room)
  const take = storedTake(room, { notes: `Said ${MARKER} twice` })
  // As the thread does that makes a backup.
  const reader = new BetterSqlite3(dataFolderAt(room.dataFolder).database)
  const rows = reader.prepare('SELECT * FROM takes').iterate()
  rows.next()

  setTakeDeleted(room.db, { takeId: take.id, deletedAtMs: NOW_MS })
  const beganAtMs = performance.now()
  void purge.removeEverythingDeleted()
  purge.schedule()
  expect(performance.now() - beganAtMs).toBeLessThan(4000)
  expect(logHolds(room)).toBe(true)

  rows.return?.()
  reader.close()
  vi.advanceTimersByTime(UNDO_MS + 5000)
  expect(logHolds(room)).toBe(false)
  expect(vi.getTimerCount()).toBe(0)
  purge.dispose()
})

test('what a kill left in the log goes at the next start', () => {
  const room = studioOnDisk()
  const take = storedTake(room, { notes: `Said ${MARKER} twice` })
  removeTakeRow(room.db, take.id)
  expect(logHolds(room)).toBe(true)
  void purgeIn(room).removeEverythingDeleted()
  expect(logHolds(room)).toBe(false)
})
