import { existsSync, mkdirSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { DatabaseHealth } from '../../../../electron/library/databaseHealth'
import { lastEndOf } from '../../../../electron/store/database/cleanEnd'
import { closeDatabase } from '../../../../electron/store/database/database'
import { placeOfTable, spoilPage } from '../../../helpers/library'
import { realThread } from '../background/realThread'
import { misfitSearch, recordTake, start, temporaryFolder, trialStoreIn } from '../store/fixture'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** An open database with a take, of which this is known. */
function opened({ isChecked = false, isRotten = false } = {}) {
  const folder = temporaryFolder()
  const file = dataFolderAt(folder).database
  const written = trialStoreIn(folder)
  recordTake(written, start(written).id, 'trial/alpha', 'Notes')
  closeDatabase(written)
  if (isRotten) spoilPage(file, placeOfTable(file, 'takes'))
  const db = trialStoreIn(folder)
  const thread = realThread()
  const databaseHealth = new DatabaseHealth({ databaseFile: file, thread, isChecked })
  const end = (): boolean => {
    closeDatabase(db)
    databaseHealth.noteEnd()
    return lastEndOf(file) === 'clean'
  }
  return { databaseHealth, thread, file, end }
}

test('what a thread has found sound ends cleanly', async () => {
  const { databaseHealth, end } = opened()
  expect(databaseHealth.reading).toBeNull()
  const checked = databaseHealth.check()
  // Whoever ends the app waits for this.
  await databaseHealth.reading
  await checked
  expect(databaseHealth.reading).toBeNull()
  expect(databaseHealth.isDamaged).toBe(false)
  expect(end()).toBe(true)
})

test('what a thread finds damaged is not noted, so that the next start reads and mends it', async () => {
  const { databaseHealth, end } = opened({ isRotten: true })
  expect(databaseHealth.isDamaged).toBe(false)
  await databaseHealth.check()
  expect(databaseHealth.isDamaged).toBe(true)
  expect(end()).toBe(false)
})

test('a search that does not fit is no damage, and the next start is left to make it anew', async () => {
  const { databaseHealth, file, end } = opened()
  misfitSearch(file)
  await databaseHealth.check()
  expect(databaseHealth.isDamaged).toBe(false)
  expect(end()).toBe(false)
})

test('what was read at start is not read again', async () => {
  const { databaseHealth, thread, end } = opened({ isChecked: true })
  const run = vi.spyOn(thread, 'run')
  await databaseHealth.check()
  expect(run).not.toHaveBeenCalled()
  expect(end()).toBe(true)
})

test('when the app ends before it was read, that is left to the next start', async () => {
  const { databaseHealth, thread, end } = opened()
  const checked = databaseHealth.check()
  thread.dispose()
  await checked
  expect(databaseHealth.isDamaged).toBe(false)
  expect(end()).toBe(false)
})

test('a request that meets damage is believed, also against the thread', async () => {
  const { databaseHealth, end } = opened()
  const checked = databaseHealth.check()
  databaseHealth.doubt()
  await checked
  expect(databaseHealth.isDamaged).toBe(true)
  expect(end()).toBe(false)
})

test('damage that work in the background meets is told of once, and no other error is damage', async () => {
  const { databaseHealth, end } = opened({ isChecked: true })
  const told = vi.fn<() => void>()
  void databaseHealth.foundUnseen.then(told)
  databaseHealth.hear(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }))
  await Promise.resolve()
  expect([databaseHealth.isDamaged, told.mock.calls.length]).toEqual([false, 0])
  for (let count = 0; count < 2; count += 1) {
    databaseHealth.hear(Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' }))
  }
  await Promise.resolve()
  expect([databaseHealth.isDamaged, told.mock.calls.length]).toEqual([true, 1])
  expect(end()).toBe(false)
})

test('what a request has told of is not told of again', async () => {
  const { databaseHealth } = opened()
  const told = vi.fn<() => void>()
  void databaseHealth.foundUnseen.then(told)
  const damage = Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' })
  databaseHealth.hear(damage, { isSeen: true })
  expect(databaseHealth.isDamaged).toBe(true)
  databaseHealth.doubt()
  databaseHealth.hear(damage)
  await Promise.resolve()
  expect(told).not.toHaveBeenCalled()
})

test('a note that cannot be written keeps nobody from quitting', () => {
  const { file, end } = opened({ isChecked: true })
  mkdirSync(`${file}.clean.new`)
  expect(end()).toBe(false)
  expect(existsSync(`${file}.clean`)).toBe(false)
})
