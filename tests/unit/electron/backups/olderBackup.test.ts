import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { draftOf } from '../../../../electron/backups/backupFiles'
import { Backups } from '../../../../electron/backups/backups'
import { readOnly } from '../../../../electron/store/database/readOnly'
import { removeTakeRow, setTakeNotes } from '../../../../electron/store/takes/takes'
import { directThread } from '../background/directThread'
import { backUp, NOW_MS } from '../store/fixture'
import { asOlderSchema } from '../store/database/olderSchema'
import { healthy, storedTake, studioOnDisk } from '../takes/fixture'

/** A library, a backup of the first schema that knows its take by other words, and what threads do. */
function library() {
  const room = studioOnDisk()
  const { db, dataFolder, records } = room
  const take = storedTake(room, { notes: 'then' })
  const other = storedTake(room, { notes: 'Said zanzibarmarker' })
  const backup = backUp(dataFolder, NOW_MS)
  asOlderSchema(backup, 1)
  setTakeNotes(db, { takeId: take.id, notes: 'now' })
  const jobs: string[] = []
  const thread = directThread((name) => {
    jobs.push(name)
    return Promise.resolve()
  })
  const folder = dataFolderAt(dataFolder)
  const tools = { db, records, thread, dataFolder: folder, health: healthy() }
  const backups = new Backups({ ...tools, soundOf: () => null })
  onTestFinished(() => backups.dispose())
  const copy = draftOf(backup, 'reading')
  return { db, take, other, backup, backups, jobs, copy, name: basename(backup) }
}

function namesIn(file: string): unknown[] {
  return readOnly(file, (db) => db.prepare('SELECT name FROM sqlite_schema').pluck().all())
}

test('an older backup is brought up to date once, by the thread, for looking at it and restoring it', async () => {
  const { db, take, backups, jobs, copy, name } = library()
  const preview = await backups.preview(name)
  expect(preview).toMatchObject({ takesChanged: 1 })
  // What is searched is not in it: nobody does.
  expect(namesIn(copy).filter((each) => String(each).includes('search'))).toEqual([])
  expect(await backups.preview(name)).toEqual(preview)
  expect(await backups.restore(name)).toEqual(preview)
  expect(jobs.filter((job) => job === 'makeReadable')).toHaveLength(1)
  expect(db.prepare('SELECT notes FROM takes WHERE id = ?').pluck().get(take.id)).toBe('then')
  expect(existsSync(copy)).toBe(false)
})

test('its copy goes when another one is looked at, and when the app ends', async () => {
  const { backups, backup, copy, name } = library()
  const made = await backups.make('by-hand')
  for (const leave of [
    () => backups.preview(made.name),
    () => {
      backups.dispose()
      return backups.settled()
    },
  ]) {
    await backups.preview(name)
    expect(existsSync(copy)).toBe(true)
    await leave()
    expect(readdirSync(backup.replace(name, '')).toSorted()).toEqual([name, made.name].toSorted())
  }
})

test('what is deleted meanwhile is in no copy of it, and does not come back', async () => {
  const { db, other, backups, backup, copy, name } = library()
  await backups.preview(name)
  expect(readFileSync(copy).includes('zanzibarmarker')).toBe(true)
  removeTakeRow(db, other.id)
  await backups.scrub()
  expect(existsSync(copy)).toBe(false)
  await backups.restore(name)
  expect(db.prepare('SELECT 1 FROM takes WHERE id = ?').get(other.id)).toBeUndefined()
  expect(readFileSync(backup).includes('zanzibarmarker')).toBe(false)
})
