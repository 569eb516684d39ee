import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findTake, setTakeDeleted } from '../../../../electron/store/takes/takes'
import { UNDO_MS } from '../../../../shared/defaults'
import type { Take } from '../../../../shared/model'
import { NOW_MS, recordTake } from '../store/fixture'
import { crashedTake, healthy, purgeIn, refOf, rowCount, type Studio, studio } from './fixture'

/** Later than this nothing deleted may be left. */
const GONE_AFTER_MS = UNDO_MS + 5000

beforeEach(() => {
  vi.useFakeTimers({ now: NOW_MS })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A take that can be played, with all the files that a take may have. */
async function takeWithFiles(room: Studio): Promise<Take> {
  const take = recordTake(room.db, room.sessionId)
  await room.files.makeFolder(room.sessionId)
  const { files } = room
  for (const file of [
    files.audio(refOf(take)),
    files.part(refOf(take)),
    files.peaks(refOf(take)),
  ]) {
    writeFileSync(file, 'x')
  }
  return take
}

function deleteTake({ db }: Studio, { id }: Take): void {
  setTakeDeleted(db, { takeId: id, deletedAtMs: Date.now() })
}

test('a deleted take can be brought back for a while, then it is gone with its files', async () => {
  const room = studio()
  const purge = purgeIn(room)
  const [gone, kept] = [await takeWithFiles(room), await takeWithFiles(room)]
  deleteTake(room, gone)
  purge.schedule()

  vi.advanceTimersByTime(UNDO_MS)
  expect(findTake(room.db, gone.id)).not.toBeNull()
  expect(existsSync(room.files.audio(refOf(gone)))).toBe(true)

  vi.advanceTimersByTime(GONE_AFTER_MS - UNDO_MS)
  expect(findTake(room.db, gone.id)).toBeNull()
  expect(findTake(room.db, kept.id)).not.toBeNull()
  const left = readdirSync(room.files.folder(room.sessionId)).filter(
    (name) => !name.endsWith('.json'),
  )
  expect(left.every((name) => name.startsWith(kept.id))).toBe(true)
  expect(left).toHaveLength(3)
  purge.dispose()
})

test('a take that was brought back stays', async () => {
  const room = studio()
  const purge = purgeIn(room)
  const take = await takeWithFiles(room)
  deleteTake(room, take)
  purge.schedule()
  vi.advanceTimersByTime(UNDO_MS)
  setTakeDeleted(room.db, { takeId: take.id, deletedAtMs: null })
  vi.advanceTimersByTime(GONE_AFTER_MS)
  expect(existsSync(room.files.audio(refOf(take)))).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
  purge.dispose()
})

test('a second delete gets its own time', async () => {
  const room = studio()
  const purge = purgeIn(room)
  const [first, second] = [await takeWithFiles(room), await takeWithFiles(room)]
  deleteTake(room, first)
  purge.schedule()
  vi.advanceTimersByTime(UNDO_MS - 1000)
  deleteTake(room, second)
  purge.schedule()
  vi.advanceTimersByTime(GONE_AFTER_MS - UNDO_MS + 1000)
  expect(findTake(room.db, first.id)).toBeNull()
  expect(findTake(room.db, second.id)).not.toBeNull()
  vi.advanceTimersByTime(UNDO_MS)
  expect(rowCount(room.db)).toBe(0)
  purge.dispose()
})

test('a delete while another one waits is purged as soon as its own time is over', async () => {
  const room = studio()
  const purge = purgeIn(room)
  const [first, second] = [await takeWithFiles(room), await takeWithFiles(room)]
  deleteTake(room, first)
  purge.schedule()
  vi.advanceTimersByTime(1000)
  deleteTake(room, second)
  purge.schedule()
  vi.advanceTimersByTime(UNDO_MS)
  expect(findTake(room.db, second.id)).not.toBeNull()
  vi.advanceTimersByTime(GONE_AFTER_MS - UNDO_MS)
  expect(rowCount(room.db)).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

test('what cannot be removed is tried again later, not at once', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const room = studio()
  const purge = purgeIn(room)
  const take = await takeWithFiles(room)
  const refusal = vi.spyOn(room.files, 'removeTake').mockImplementation(() => {
    throw Object.assign(new Error('busy'), { code: 'EBUSY' })
  })
  deleteTake(room, take)
  purge.schedule()
  vi.advanceTimersByTime(GONE_AFTER_MS)
  expect(refusal).toHaveBeenCalledOnce()
  refusal.mockRestore()
  vi.advanceTimersByTime(GONE_AFTER_MS)
  expect(findTake(room.db, take.id)).toBeNull()
  purge.dispose()
})

test('a clock that was set back does not make it wait for long', async () => {
  const room = studio()
  const purge = purgeIn(room)
  const take = await takeWithFiles(room)
  deleteTake(room, take)
  vi.setSystemTime(NOW_MS - 60 * 60 * 1000)
  purge.schedule()
  vi.advanceTimersByTime(GONE_AFTER_MS)
  expect(findTake(room.db, take.id)).not.toBeNull()
  vi.setSystemTime(NOW_MS + GONE_AFTER_MS)
  vi.advanceTimersByTime(GONE_AFTER_MS)
  expect(findTake(room.db, take.id)).toBeNull()
  purge.dispose()
})

test('start and end remove what could still be brought back', async () => {
  const room = studio()
  const take = await takeWithFiles(room)
  deleteTake(room, take)
  void purgeIn(room).removeEverythingDeleted()
  expect(findTake(room.db, take.id)).toBeNull()
  expect(readdirSync(room.files.folder(room.sessionId))).toEqual([])
})

test('a take whose files cannot be removed keeps its row, and the next one goes', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const room = studio()
  const purge = purgeIn(room)
  const [stuck, gone] = [await takeWithFiles(room), crashedTake(room, new Uint8Array(1))]
  for (const take of [stuck, gone]) deleteTake(room, take)
  const removeTake = room.files.removeTake.bind(room.files)
  const refusal = vi.spyOn(room.files, 'removeTake').mockImplementation((ref) => {
    if (ref.takeId === stuck.id) throw Object.assign(new Error('busy'), { code: 'EBUSY' })
    removeTake(ref)
  })
  void purge.removeEverythingDeleted()
  expect(findTake(room.db, stuck.id)).not.toBeNull()
  expect(findTake(room.db, gone.id)).toBeNull()

  refusal.mockRestore()
  void purge.removeEverythingDeleted()
  expect(rowCount(room.db)).toBe(0)
})

test('a purge that is disposed of sets no timer off', async () => {
  const room = studio()
  const purge = purgeIn(room)
  const take = await takeWithFiles(room)
  deleteTake(room, take)
  purge.schedule()
  purge.dispose()
  vi.advanceTimersByTime(GONE_AFTER_MS)
  expect(findTake(room.db, take.id)).not.toBeNull()
})

test('what falls due while something else is being removed goes right after it', async () => {
  const room = studio()
  // Cleaning the backups takes longer than the second take was deleted later.
  const purge = purgeIn(room, {
    scrub: () => {
      vi.setSystemTime(Date.now() + 100)
      return Promise.resolve(false)
    },
  })
  const [first, second] = [await takeWithFiles(room), await takeWithFiles(room)]
  deleteTake(room, first)
  purge.schedule()
  vi.advanceTimersByTime(20)
  deleteTake(room, second)
  purge.schedule()
  vi.advanceTimersByTime(GONE_AFTER_MS)
  expect(rowCount(room.db)).toBe(0)
  purge.dispose()
})

test('a database that cannot be read is no reason to fail, at no time', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const room = studio()
  const purge = purgeIn(room)
  deleteTake(room, await takeWithFiles(room))
  purge.schedule()
  room.db.close()
  expect(() => vi.advanceTimersByTime(GONE_AFTER_MS)).not.toThrow()
  await expect(purge.removeEverythingDeleted()).resolves.toBeUndefined()
})

test('what a damaged database calls deleted is not removed', async () => {
  const room = studio()
  const health = { ...healthy(), isDamaged: true }
  const purge = purgeIn(room, { health })
  const take = await takeWithFiles(room)
  deleteTake(room, take)
  purge.schedule()
  vi.advanceTimersByTime(GONE_AFTER_MS)
  void purge.removeEverythingDeleted()
  expect(existsSync(room.files.audio(refOf(take)))).toBe(true)
  health.isDamaged = false
  void purge.removeEverythingDeleted()
  expect(existsSync(room.files.audio(refOf(take)))).toBe(false)
  purge.dispose()
})

test('damage that is met in the middle of it ends it, before anything else is removed', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const room = studio()
  const health = healthy()
  health.hear = (error) => {
    health.isDamaged = (error as { code?: string }).code === 'SQLITE_CORRUPT'
  }
  const scrub = vi.fn(() => Promise.resolve(false))
  const purge = purgeIn(room, { health, scrub })
  const [first, second] = [await takeWithFiles(room), await takeWithFiles(room)]
  for (const take of [first, second]) deleteTake(room, take)
  const { db } = room
  const prepare = vi.spyOn(db, 'prepare').mockImplementation((sql: string) => {
    if (!sql.startsWith('DELETE')) return Object.getPrototypeOf(db).prepare.call(db, sql) as never
    throw Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' })
  })
  await purge.removeEverythingDeleted()
  prepare.mockRestore()
  expect(existsSync(room.files.audio(refOf(second)))).toBe(true)
  expect(rowCount(db)).toBe(2)
})
