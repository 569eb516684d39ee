import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { listBackupFiles } from '../../../../electron/backups/backupFiles'
import { previewRestore } from '../../../../electron/backups/restoreBackup'
import { takeRecord } from '../../../../electron/records/takeRecord'
import { readOnly } from '../../../../electron/store/database/readOnly'
import { readLibrary } from '../../../../electron/store/database/revisions'
import { setTakeRating } from '../../../../electron/store/takes/takes'
import { soundIn } from '../../../../electron/takes/soundOf'
import { backUp, execOn, NOTHING_SINCE, NOW_MS } from '../store/fixture'
import { refOf } from '../takes/fixture'
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

/*
 * The data folder is copied, and somebody goes on in both: on two laptops, or from a stick. Nothing
 * that the one says may pass for the newest word of the other.
 */

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => void vi.restoreAllMocks())
})

const WAYS: [string, 'clean' | 'killed'][] = [
  ['after a clean end', 'clean'],
  ['after a kill', 'killed'],
]

test.each(WAYS)('copied %s: the backup of the one never takes the place of the other', (_, end) => {
  const { first, take } = library()
  run(first, () => {}, end)
  const second = copyOf(first)
  say(first, take, 'said in the first')
  say(second, take, 'said in the second', 20)
  for (const [folder, other] of [
    [second, first],
    [first, second],
  ] as const) {
    backUp(folder, NOW_MS + DAY_MS)
    const name = bringBackup(folder, other)
    harm(other)
    const opened = openedAtStart(other)
    const said = other === first ? 'said in the first' : 'said in the second'
    expect(notesIn(opened, take)).toBe(said)
    expect(opened.opened).toMatchObject({
      kind: 'rescued',
      caughtUp: { ...NOTHING_SINCE, areSettingsFound: true },
    })
    // It is still there, and can be restored by hand.
    expect(existsSync(join(dataFolderAt(other).backups, name))).toBe(true)
    opened.close()
  }
})

test('each goes on with an id of its own, and knows what it has from before', () => {
  const { first, take } = library()
  const second = copyOf(first)
  const before = idOf(first)
  say(second, take, 'said in the second')
  expect(idOf(first)).toBe(before)
  run(second, ({ db }) => {
    const { id, ancestors, counter } = readLibrary(db)
    expect(id).not.toBe(before)
    expect(ancestors).toEqual([{ id: before, counter: counter - 1 }])
    expect(takeRecord(db, take.id)?.revision).toEqual({ libraryId: id, count: counter })
  })
  expect(idOf(second)).toBe(idOf(second))
})

test('what is from before the copy is its own: a backup, and the records since', () => {
  const { first, take } = library()
  const second = copyOf(first)
  run(second, () => {})
  harm(second)
  const { db, opened } = openedAtStart(second)
  expect(takeRecord(db, take.id)?.notes).toBe('before the copy')
  expect(opened).toMatchObject({
    kind: 'rescued',
    rescue: { backupAtMs: NOW_MS },
    caughtUp: { ...NOTHING_SINCE, areSettingsFound: true },
  })
})

test('of a record that the other has made since, nothing is claimed: both are kept', () => {
  const { first, take } = library()
  const second = copyOf(first)
  say(first, take, 'said in the first')
  run(second, () => {})
  const { files } = openedAtStart(first)
  const theirs = files.record(refOf(take))
  copyFileSync(theirs, theirs.replace(first, second))
  harm(second)
  const { db, opened } = openedAtStart(second)
  expect(opened).toMatchObject({ caughtUp: { undecidedTakes: [take.id] } })
  expect(takeRecord(db, take.id)?.notes).toBe('before the backup\n\nsaid in the first')
})

test('a copy whose database is torn, as of an app that runs, becomes a library of its own', () => {
  const { first, take } = library()
  run(first, ({ db }) => setTakeRating(db, { takeId: take.id, rating: 3 }))
  const second = copyOf(first)
  const before = idOf(first)
  execOn(dataFolderAt(second).database, 'DROP TABLE sessions')
  const third = copyOf(first)
  harm(third) // nothing can be asked there but the record
  for (const folder of [second, third]) {
    const { db, opened } = openedAtStart(folder)
    expect(opened.kind).toBe('rescued')
    expect(readLibrary(db).id).not.toBe(before)
    expect(readLibrary(db).ancestors).toMatchObject([{ id: before }])
    expect(takeRecord(db, take.id)).toMatchObject({ notes: 'before the copy', rating: 3 })
  }
})

test('by hand, a backup from before the copy takes words back; one that the other made since joins them', () => {
  const { first, take } = library()
  const second = copyOf(first)
  say(first, take, 'said in the first')
  backUp(first, NOW_MS + DAY_MS)
  const theirs = bringBackup(first, second)
  say(second, take, 'said in the second')
  const { db, files } = openedAtStart(second)
  const preview = (name: (each: string) => boolean) => {
    const file = listBackupFiles(dataFolderAt(second).backups).find((each) => name(each.name))!
    return readOnly(file.path, (backup) => previewRestore(db, backup, soundIn(files)))
  }
  expect(preview((name) => name !== theirs)).toMatchObject({ takesChanged: 1, takesMerged: 0 })
  expect(preview((name) => name === theirs)).toMatchObject({ takesChanged: 0, takesMerged: 1 })
})
