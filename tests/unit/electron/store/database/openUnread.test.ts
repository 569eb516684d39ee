import { existsSync } from 'node:fs'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../../electron/disk/dataFolder'
import { noteCleanEnd } from '../../../../../electron/store/database/cleanEnd'
import { closeDatabase, type Database } from '../../../../../electron/store/database/database'
import { openOrRescue, type Opened } from '../../../../../electron/recovery/rescueDatabase'
import { rotUnnoticed } from '../../../../helpers/library'
import {
  backUp,
  NOTHING_RECORDED,
  NOTHING_SINCE,
  NOW_MS,
  recordTake,
  start,
  temporaryFolder,
  trialStoreIn,
} from '../fixture'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** A data folder whose database was closed properly, with a backup. */
function closedCleanly(): { folder: string; file: string } {
  const folder = temporaryFolder()
  const db = trialStoreIn(folder)
  recordTake(db, start(db).id, 'trial/alpha', 'Notes')
  backUp(folder)
  closeDatabase(db)
  const file = dataFolderAt(folder).database
  noteCleanEnd(file)
  return { folder, file }
}

function open(folder: string, firstUse: (db: Database) => void = () => {}): Opened {
  const opened = openOrRescue(dataFolderAt(folder), {
    hasRecordings: true,
    nowMs: NOW_MS,
    recorded: () => NOTHING_RECORDED,
    catchUp: () => NOTHING_SINCE,
    firstUse,
  })
  onTestFinished(() => closeDatabase(opened.db))
  return opened
}

test('after a clean end it is opened unread, and the note is gone', () => {
  const { folder, file } = closedCleanly()
  rotUnnoticed(file)
  expect(open(folder)).toMatchObject({ kind: 'sound', isChecked: false })
  expect(existsSync(`${file}.clean`)).toBe(false)
})

test('after any other end it is read as a whole', () => {
  const { folder } = closedCleanly()
  closeDatabase(open(folder).db)
  expect(open(folder)).toMatchObject({ kind: 'sound', isChecked: true })
})

test('damage that is met before there is a window is mended there and then', () => {
  const { folder, file } = closedCleanly()
  rotUnnoticed(file)
  const opened = open(folder, (db) => db.prepare('SELECT notes FROM takes').all())
  expect(opened).toMatchObject({ kind: 'rescued', rescue: { found: 'damaged' } })
  expect(opened.db.prepare('SELECT notes FROM takes').pluck().all()).toEqual(['Notes'])
})
