import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { readLibraryRecord } from '../../../../electron/records/readRecords'
import { takeRecord } from '../../../../electron/records/takeRecord'
import { reconcile } from '../../../../electron/recovery/reconcile'
import { survey } from '../../../../electron/recovery/survey'
import { closeDatabase } from '../../../../electron/store/database/database'
import { readLibrary } from '../../../../electron/store/database/revisions'
import { setTakeNotes } from '../../../../electron/store/takes/takes'
import { backUp, NOTHING_SINCE, NOW_MS, temporaryFolder } from '../store/fixture'
import {
  bringBackup,
  copyOf,
  DAY_MS,
  harm,
  idOf,
  library,
  notesIn,
  run,
  say,
} from './copiedFolders'
import { openedAtStart } from './openedAtStart'

/* What becomes of a library's id wherever its files are moved, and of what says which one it is. */

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => void vi.restoreAllMocks())
})

test('a folder that is moved on its disk stays what it is; on another disk nothing is lost either', () => {
  const { first, take } = library()
  const before = idOf(first)
  const moved = join(temporaryFolder(), 'moved')
  renameSync(first, moved)
  expect(idOf(moved)).toBe(before)
  // To a stick and back, twice.
  const folders = [copyOf(moved)]
  for (let round = 0; round < 3; round += 1) {
    say(folders.at(-1)!, take, `round ${String(round)}`)
    backUp(folders.at(-1)!, NOW_MS + (round + 1) * DAY_MS)
    folders.push(copyOf(folders.at(-1)!))
  }
  const last = folders.at(-1)!
  say(last, take, 'the last word')
  harm(last)
  const { db, opened } = openedAtStart(last)
  expect(opened).toMatchObject({
    rescue: { backupAtMs: NOW_MS + 3 * DAY_MS },
    caughtUp: { ...NOTHING_SINCE, areSettingsFound: true },
  })
  expect(takeRecord(db, take.id)?.notes).toBe('the last word')
  expect(readLibrary(db).ancestors).toHaveLength(4)
})

test('the database of the one in the place of the other’s: what comes after is told apart', () => {
  const { first, take } = library()
  const second = copyOf(first)
  say(second, take, 'said in the second')
  copyFileSync(dataFolderAt(second).database, dataFolderAt(first).database)
  const ids = [idOf(first), idOf(second)]
  expect(new Set(ids).size).toBe(2)
  run(first, ({ db }) => {
    const known = readLibrary(db).ancestors.map(({ id }) => id)
    expect(known).toHaveLength(2)
    expect(known).toContain(ids[1])
  })
})

test('an older copy of its own that somebody has put there is told apart from what came after it', () => {
  const { first, take } = library()
  const { database } = dataFolderAt(first)
  copyFileSync(database, `${database}.kept`)
  say(first, take, 'after it', 5)
  backUp(first, NOW_MS + DAY_MS)
  copyFileSync(`${database}.kept`, database)
  say(first, take, 'after going back')
  harm(first)
  const { db, opened } = openedAtStart(first)
  expect(takeRecord(db, take.id)?.notes).toBe('after going back')
  expect(opened).toMatchObject({ rescue: { backupAtMs: NOW_MS } })
})

test('the record of the library follows, also when a kill comes before it', async () => {
  const { first, take } = library()
  const second = copyOf(first)
  const killed = openedAtStart(second)
  closeDatabase(killed.db)
  await nextTurn() // a record that is written then fails
  const next = openedAtStart(second)
  const { id, ancestors } = readLibrary(next.db)
  expect(readLibraryRecord(next.files)?.id).not.toBe(id)
  await reconcile(next, survey(dataFolderAt(second)))
  next.records.flush()
  expect(readLibraryRecord(next.files)).toMatchObject({ id, ancestors })
  expect(survey(dataFolderAt(second)).isLibraryRecorded).toBe(true)
  setTakeNotes(next.db, { takeId: take.id, notes: 'said in the second' })
  next.close()
  // By that record alone it is found out which library this was.
  writeFileSync(dataFolderAt(second).database, 'noise'.repeat(4000))
  const rescued = openedAtStart(second)
  expect(readLibrary(rescued.db)).toMatchObject({ id, ancestors })
  expect(notesIn(rescued, take)).toBe('said in the second')
})

test('with neither database nor record of the library, the records tell which of the two it is', () => {
  const { first, take } = library()
  const second = copyOf(first)
  say(second, take, 'said in the second')
  backUp(second, NOW_MS + DAY_MS)
  const id = idOf(second)
  say(first, take, 'said in the first')
  bringBackup(second, first)
  for (const [folder, expected] of [
    [first, idOf(first)],
    [second, id],
  ] as const) {
    rmSync(dataFolderAt(folder).libraryRecord, { force: true })
    harm(folder)
    const opened = openedAtStart(folder)
    expect(readLibrary(opened.db).id).toBe(expected)
    const said = folder === first ? 'said in the first' : 'said in the second'
    expect(notesIn(opened, take)).toBe(said)
  }
})

test('a start in the same place writes nothing about it', () => {
  const { first } = library()
  run(first, () => {})
  const { database } = dataFolderAt(first)
  const before = readFileSync(database)
  const { close } = openedAtStart(first)
  expect(existsSync(`${database}-wal`) && readFileSync(`${database}-wal`).length).toBeFalsy()
  close()
  expect(readFileSync(database).equals(before)).toBe(true)
})
