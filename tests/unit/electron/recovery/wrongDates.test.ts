import { copyFileSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v4 } from 'uuid'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { closeDatabase, type Database } from '../../../../electron/store/database/database'
import { takeRecord } from '../../../../electron/records/takeRecord'
import { openOrRescue, type Opened } from '../../../../electron/recovery/rescueDatabase'
import { readLibrary } from '../../../../electron/store/database/revisions'
import { setTakeNotes, setTakeRating } from '../../../../electron/store/takes/takes'
import { catchUp } from '../../../../electron/recovery/catchUp'
import { TakeFiles } from '../../../../electron/takes/takeFiles'
import { readAllRevisions } from '../../../../electron/records/readRecords'
import { RecordKeeper } from '../../../../electron/records/recordKeeper'
import { reconcile } from '../../../../electron/recovery/reconcile'
import { survey } from '../../../../electron/recovery/survey'
import { openedAtStart } from './openedAtStart'
import { backUp, execOn, NOTHING_RECORDED, NOTHING_SINCE, NOW_MS } from '../store/fixture'
import { directRemuxer, healthy, refOf, storedTake, studioOnDisk } from '../takes/fixture'

const NEXT_YEAR_MS = Date.UTC(2027, 10, 27)
const LONG_AGO = new Date(Date.UTC(2020, 0, 1))

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** A library with one take and the note "first words", a backup of it, and what was said after. */
function library() {
  const room = studioOnDisk()
  const { db, dataFolder, records } = room
  const take = storedTake(room, { notes: 'first words' })
  const backup = backUp(dataFolder, NOW_MS)
  setTakeNotes(db, { takeId: take.id, notes: 'second words' })
  setTakeRating(db, { takeId: take.id, rating: 3 })
  records.flush()
  const { counter } = readLibrary(db)
  closeDatabase(db)
  return {
    ...room,
    take,
    backup,
    counter,
    place: (name: string) => join(dataFolderAt(dataFolder).backups, name),
  }
}

/** As the disk may do it: the first 16 KB are something else. */
function overwrite(dataFolder: string): void {
  const file = dataFolderAt(dataFolder).database
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0xa5, 0, 16 * 1024))
}

function open(dataFolder: string): Extract<Opened, { kind: 'rescued' }> {
  const files = new TakeFiles(dataFolderAt(dataFolder))
  const opened = openOrRescue(dataFolderAt(dataFolder), {
    hasRecordings: files.hasAny(),
    nowMs: Date.now(),
    recorded: () => readAllRevisions(files),
    catchUp: (db, counted) => catchUp(db, files, counted),
    firstUse: () => {},
  })
  onTestFinished(() => closeDatabase(opened.db))
  if (opened.kind === 'sound') throw new Error('Nothing was wrong with it')
  return opened
}

/** The same, and takes without a row get theirs back. */
async function openAndFind(dataFolder: string): Promise<Database> {
  const { db } = open(dataFolder)
  const files = new TakeFiles(dataFolderAt(dataFolder))
  const records = new RecordKeeper(db, files, healthy())
  onTestFinished(() => records.flush())
  const found = survey(dataFolderAt(dataFolder))
  await reconcile({ db, files, records, remuxer: directRemuxer }, found)
  return db
}

test('a backup whose name is of next year is as old as what is in it', () => {
  const { dataFolder, take, backup, place } = library()
  renameSync(backup, place('2027-11-27T12-00-00.000Z.daily.db'))
  overwrite(dataFolder)
  const { db, caughtUp } = open(dataFolder)
  expect(takeRecord(db, take.id)).toMatchObject({ notes: 'second words', rating: 3 })
  expect(caughtUp).toEqual(NOTHING_SINCE)
})

test('so is one that was copied in just now, under any name', () => {
  const { dataFolder, take, backup, place } = library()
  renameSync(backup, place('from-usb-stick.db'))
  utimesSync(place('from-usb-stick.db'), new Date(NEXT_YEAR_MS), new Date(NEXT_YEAR_MS))
  overwrite(dataFolder)
  const { db, caughtUp } = open(dataFolder)
  expect(takeRecord(db, take.id)).toMatchObject({ notes: 'second words', rating: 3 })
  expect(caughtUp).toEqual(NOTHING_SINCE)
})

test('a record with the date of 2020 is as new as what is in it', () => {
  const { dataFolder, files, take } = library()
  utimesSync(files.record(refOf(take)), LONG_AGO, LONG_AGO)
  overwrite(dataFolder)
  const { db, caughtUp } = open(dataFolder)
  expect(takeRecord(db, take.id)).toMatchObject({ notes: 'second words', rating: 3 })
  expect(caughtUp).toEqual(NOTHING_SINCE)
})

test('an old record that was written to just now is as old as what is in it', () => {
  const { dataFolder, files, take } = library()
  const file = files.record(refOf(take))
  const old = JSON.parse(readFileSync(file, 'utf8')) as { revision: { count: number } }
  const second = openAgain(dataFolder, take.id, 'third words')
  backUp(dataFolder, NOW_MS + 1)
  closeDatabase(second)
  writeFileSync(file, JSON.stringify(old))
  utimesSync(file, new Date(NEXT_YEAR_MS), new Date(NEXT_YEAR_MS))
  overwrite(dataFolder)
  expect(takeRecord(open(dataFolder).db, take.id)?.notes).toBe('third words')
})

/** Another run of the app, in which a note is changed and its record is not written. */
function openAgain(dataFolder: string, takeId: string, notes: string): Database {
  const { db } = openOrRescue(dataFolderAt(dataFolder), {
    hasRecordings: true,
    nowMs: NOW_MS,
    recorded: () => NOTHING_RECORDED,
    catchUp: () => NOTHING_SINCE,
    firstUse: () => {},
  })
  setTakeNotes(db, { takeId, notes })
  return db
}

test('of several backups the one with the most changes is taken, not the one with the latest name', () => {
  const { dataFolder, take, backup, place, files } = library()
  const db = openAgain(dataFolder, take.id, 'third words')
  renameSync(backUp(dataFolder, NOW_MS + 1), place('2020-01-01T00-00-00.000Z.daily.db'))
  closeDatabase(db)
  renameSync(backup, place('2027-11-27T12-00-00.000Z.daily.db'))
  rmSync(files.record(refOf(take)))
  overwrite(dataFolder)
  const opened = open(dataFolder)
  expect(takeRecord(opened.db, take.id)?.notes).toBe('third words')
  // Nothing says whether something was said after it.
  expect(opened.caughtUp).toEqual({ ...NOTHING_SINCE, unrecordedTakes: [take.id] })
})

test.each([
  ['from a backup', () => {}],
  ['from the records alone', (folder: string) => rmSync(folder, { recursive: true })],
])('after a rescue %s it is the same library, and no number is given twice', async (_, harm) => {
  const { dataFolder, counter, take, files } = library()
  const { revision } = JSON.parse(readFileSync(files.record(refOf(take)), 'utf8')) as {
    revision: { libraryId: string; count: number }
  }
  harm(dataFolderAt(dataFolder).backups)
  overwrite(dataFolder)
  const db = await openAndFind(dataFolder)
  expect(readLibrary(db).id).toBe(revision.libraryId)
  expect(takeRecord(db, take.id)).toMatchObject({ notes: 'second words', revision })
  setTakeNotes(db, { takeId: take.id, notes: 'third words' })
  expect(takeRecord(db, take.id)?.revision?.count).toBeGreaterThan(counter)
})

test('the numbers of a lost database that can still be asked are not given again either', () => {
  const { dataFolder, take } = library()
  const db = openAgain(dataFolder, take.id, 'never recorded')
  const { counter } = readLibrary(db)
  closeDatabase(db)
  execOn(dataFolderAt(dataFolder).database, 'DROP TABLE sessions')
  expect(readLibrary(open(dataFolder).db).counter).toBeGreaterThanOrEqual(counter)
})

test('a backup of another library does not take its place', async () => {
  const { dataFolder, take, backup } = library()
  execOn(backup, `UPDATE library SET id = '${v4()}', counter = 1000000`)
  copyFileSync(backup, join(dataFolderAt(dataFolder).backups, '2027-11-27T12-00-00.000Z.daily.db'))
  overwrite(dataFolder)
  const db = await openAndFind(dataFolder)
  expect(takeRecord(db, take.id)).toMatchObject({ notes: 'second words', rating: 3 })
  expect(readLibrary(db).counter).toBeLessThan(1000)
})

test('where nothing else is left, a backup says which library it was', () => {
  const { dataFolder, take } = library()
  rmSync(join(dataFolder, 'takes'), { recursive: true })
  rmSync(dataFolderAt(dataFolder).database)
  expect(takeRecord(open(dataFolder).db, take.id)?.notes).toBe('first words')
})

test('what is written after an older copy was put there is newer than what that copy did not know', () => {
  const { dataFolder, take, place } = library()
  const { database } = dataFolderAt(dataFolder)
  copyFileSync(place('../soundcheck.db'), place('../copy.db'))
  const first = openedAtStart(dataFolder)
  for (const notes of ['a', 'b', 'c']) setTakeNotes(first.db, { takeId: take.id, notes })
  backUp(dataFolder, NOW_MS + 1)
  first.close()
  copyFileSync(place('../copy.db'), database)
  const again = openedAtStart(dataFolder)
  setTakeNotes(again.db, { takeId: take.id, notes: 'after going back' })
  again.close()
  overwrite(dataFolder)
  const { db } = open(dataFolder)
  expect(takeRecord(db, take.id)).toMatchObject({ notes: 'after going back' })
})
