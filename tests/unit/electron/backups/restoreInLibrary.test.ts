import { readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { Backups } from '../../../../electron/backups/backups'
import { backupHandlers } from '../../../../electron/ipc/handlers/backups'
import { listBackupFiles } from '../../../../electron/backups/backupFiles'
import { removeTakeRow, setTakeNotes } from '../../../../electron/store/takes/takes'
import { soundIn } from '../../../../electron/takes/soundOf'
import { TakeWriter } from '../../../../electron/takes/takeWriter'
import { filesBelow, placeOfTable, spoilPage } from '../../../helpers/library'
import { realThread } from '../background/realThread'
import { backUp, beginTake, execOn, NOW_MS } from '../store/fixture'
import { asOlderSchema } from '../store/database/olderSchema'
import { everythingIn } from './restoreFixture'
import { chunks, healthy, refOf, storedTake, studioOnDisk, type Studio } from '../takes/fixture'

const DAY_MS = 24 * 3_600_000

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** Takes with words, a backup from yesterday that knows them, and changes since. */
function library() {
  const room = studioOnDisk()
  const { db, dataFolder, files, records } = room
  const takes = [storedTake(room, { notes: 'then' }), storedTake(room, { notes: 'then' })] as const
  const backup = backUp(dataFolder, NOW_MS - DAY_MS)
  setTakeNotes(db, { takeId: takes[0].id, notes: 'now' })
  // Its row is lost; nobody has deleted it.
  removeTakeRow(db, takes[1].id)
  db.exec('DELETE FROM tombstones')
  const tools = {
    db,
    dataFolder: dataFolderAt(dataFolder),
    thread: realThread(),
    soundOf: soundIn(files),
    records,
  }
  const backups = new Backups({ ...tools, health: healthy() })
  const onLibraryChanged = vi.fn<() => void>()
  const app = backupHandlers({ backups, onLibraryChanged })
  return { room, takes, backup, name: basename(backup), app, onLibraryChanged }
}

function notes({ db }: Studio): unknown[] {
  return db.prepare('SELECT notes FROM takes ORDER BY id').pluck().all()
}

/** Everything on the disk but the log, whose pages move when it is read. */
function filesOf({ dataFolder }: Studio): unknown {
  return filesBelow(dataFolder)
    .filter((file) => !/-(?:wal|shm)$/.test(file))
    .map((file) => [file, readFileSync(file).toString('base64')])
}

test('what the preview said is done, with a backup of before, and the records follow', async () => {
  const { room, takes, name, app, onLibraryChanged } = library()
  const preview = await app['backups.preview']({ name })
  expect(preview).toMatchObject({ takesChanged: 1, takesBack: 1 })
  expect(notes(room)).toEqual(['now'])
  expect(await app['backups.restore']({ name })).toEqual(preview)
  expect(notes(room)).toEqual(['then', 'then'])
  expect(onLibraryChanged).toHaveBeenCalledOnce()
  room.records.flush()
  for (const take of takes) {
    expect(readFileSync(room.files.record(refOf(take)), 'utf8')).toContain('"notes": "then"')
  }

  const [before] = listBackupFiles(dataFolderAt(room.dataFolder).backups)
  expect(before?.reason).toBe('before-restore')
  await app['backups.restore']({ name: before!.name })
  expect(notes(room)).toEqual(['now', 'then'])
})

test('one of the first schema is restored too, and is not changed by it', async () => {
  const { room, backup, name, app } = library()
  asOlderSchema(backup, 1)
  const before = readFileSync(backup)
  await app['backups.restore']({ name })
  expect(notes(room)).toEqual(['then', 'then'])
  expect(readFileSync(backup).equals(before)).toBe(true)
  expect(filesBelow(dataFolderAt(room.dataFolder).backups)).toHaveLength(2)
})

const BAD: [string, string, (file: string) => void][] = [
  ['from a newer Soundcheck', 'VERSION_NEWER', (file) => execOn(file, 'PRAGMA user_version = 99')],
  ['spoiled', 'BACKUP_CORRUPT', (file) => spoilPage(file)],
  ['spoiled further in', 'BACKUP_CORRUPT', (file) => spoilPage(file, placeOfTable(file, 'packs'))],
  ['of 0 bytes', 'BACKUP_CORRUPT', (file) => truncateSync(file)],
  ['of text', 'BACKUP_CORRUPT', (file) => writeFileSync(file, 'This is no database. '.repeat(99))],
  ['without our tables', 'BACKUP_CORRUPT', (file) => execOn(file, 'DROP TABLE takes')],
  ['of no version', 'BACKUP_CORRUPT', (file) => execOn(file, 'PRAGMA user_version = 0')],
]

test.each(BAD)('a backup %s is refused with %s, and nothing is written', async (_, code, harm) => {
  const { room, backup, name, app, onLibraryChanged } = library()
  harm(backup)
  utimesSync(backup, 1, 1)
  room.records.flush() // of what was changed before
  const before = filesOf(room)
  await expect(app['backups.restore']({ name })).rejects.toMatchObject({ code })
  await expect(app['backups.preview']({ name })).rejects.toMatchObject({ code })
  expect(filesOf(room)).toEqual(before)
  expect(notes(room)).toEqual(['now'])
  expect(onLibraryChanged).not.toHaveBeenCalled()
})

test('a backup that is not there is not found', async () => {
  const { app } = library()
  const missing = app['backups.restore']({ name: 'nothing.db' })
  await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('when the disk is full in the middle of it, nothing has changed', async () => {
  const { room, takes, backup, name, app } = library()
  const long = 'As it was, and that was long. '.repeat(3000)
  execOn(backup, `UPDATE takes SET notes = '${long}' WHERE id = '${takes[1].id}'`)
  const before = everythingIn(room.db)
  const pages = room.db.pragma('page_count', { simple: true }) as number
  room.db.pragma(`max_page_count = ${String(pages + 2)}`)
  await expect(app['backups.restore']({ name })).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  expect(everythingIn(room.db)).toBe(before)

  room.db.pragma('max_page_count = 100000')
  await app['backups.restore']({ name })
  expect(notes(room)).toEqual(['then', long])
})

test('that the database itself is damaged is not said of the backup', async () => {
  const { room, name, app } = library()
  const other = placeOfTable(dataFolderAt(room.dataFolder).database, 'takes')
  room.db.pragma('wal_checkpoint(TRUNCATE)')
  spoilPage(dataFolderAt(room.dataFolder).database, other)
  room.db.pragma('shrink_memory')
  await expect(app['backups.preview']({ name })).rejects.toMatchObject({ code: 'SQLITE_CORRUPT' })
})

test('a take that is being recorded goes on', async () => {
  const { room, name, app } = library()
  const writer = new TakeWriter(room)
  onTestFinished(() => writer.closeAll())
  const take = beginTake(room.db, room.sessionId)
  await writer.begin(take)
  const [first, ...rest] = chunks()
  const peaks = new Uint8Array(2)
  await writer.append(take.id, { sequence: 0, audio: first!, peaks })
  expect(await app['backups.restore']({ name })).toMatchObject({ takesKept: 0 })
  for (const [index, audio] of rest.entries()) {
    await writer.append(take.id, { sequence: index + 1, audio, peaks })
  }
  expect(await writer.finish(take.id)).toMatchObject({ state: 'ready' })
})

test('a take whose id is none, or whose sound has 0 bytes, has no sound', async () => {
  const { room, backup, takes, name, app } = library()
  execOn(backup, `UPDATE takes SET id = '../../secret' WHERE id = '${takes[0].id}'`)
  writeFileSync(room.files.audio(refOf(takes[1])), '')
  expect(await app['backups.restore']({ name })).toMatchObject({
    takesBack: 0,
    takesWithoutSound: 2,
    takesKept: 1,
  })
})
