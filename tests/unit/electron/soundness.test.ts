import { existsSync, mkdirSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import { Soundness } from '../../../electron/soundness'
import { endedCleanly } from '../../../electron/store/cleanEnd'
import { closeDatabase } from '../../../electron/store/database'
import { databaseFile } from '../../../electron/store/rescue'
import { placeOfTable, spoilPage } from '../../helpers/library'
import { realThread } from './background/realThread'
import { recordTake, start, temporaryFolder, trialStoreIn } from './store/fixture'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** An open database with a take, of which this is known. */
function opened({ isChecked = false, isRotten = false } = {}) {
  const folder = temporaryFolder()
  const file = databaseFile(folder)
  const written = trialStoreIn(folder)
  recordTake(written, start(written).id, 'trial/alpha', 'Notes')
  closeDatabase(written)
  if (isRotten) spoilPage(file, placeOfTable(file, 'takes'))
  const db = trialStoreIn(folder)
  const thread = realThread()
  const soundness = new Soundness({ databaseFile: file, thread, isChecked })
  const end = (): boolean => {
    closeDatabase(db)
    soundness.noteEnd()
    return endedCleanly(file)
  }
  return { soundness, thread, file, end }
}

test('what a thread has found sound ends cleanly', async () => {
  const { soundness, end } = opened()
  expect(soundness.reading).toBeNull()
  const checked = soundness.check()
  // Whoever ends the app waits for this.
  await soundness.reading
  await checked
  expect(soundness.reading).toBeNull()
  expect(soundness.isDamaged).toBe(false)
  expect(end()).toBe(true)
})

test('what a thread finds damaged is not noted, so that the next start reads and mends it', async () => {
  const { soundness, end } = opened({ isRotten: true })
  expect(soundness.isDamaged).toBe(false)
  await soundness.check()
  expect(soundness.isDamaged).toBe(true)
  expect(end()).toBe(false)
})

test('what was read at start is not read again', async () => {
  const { soundness, thread, end } = opened({ isChecked: true })
  const run = vi.spyOn(thread, 'run')
  await soundness.check()
  expect(run).not.toHaveBeenCalled()
  expect(end()).toBe(true)
})

test('when the app ends before it was read, that is left to the next start', async () => {
  const { soundness, thread, end } = opened()
  const checked = soundness.check()
  thread.dispose()
  await checked
  expect(soundness.isDamaged).toBe(false)
  expect(end()).toBe(false)
})

test('a request that meets damage is believed, also against the thread', async () => {
  const { soundness, end } = opened()
  const checked = soundness.check()
  soundness.doubt()
  await checked
  expect(soundness.isDamaged).toBe(true)
  expect(end()).toBe(false)
})

test('a note that cannot be written keeps nobody from quitting', () => {
  const { file, end } = opened({ isChecked: true })
  mkdirSync(`${file}.clean.new`)
  expect(end()).toBe(false)
  expect(existsSync(`${file}.clean`)).toBe(false)
})
