import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { Backups } from '../../../../electron/backups/backups'
import { backupName } from '../../../../electron/backups/backupFiles'
import { closeDatabase } from '../../../../electron/store/database/database'
import { openOrRescue } from '../../../../electron/recovery/rescueDatabase'
import { removeTakeRow } from '../../../../electron/store/takes/takes'
import { soundIn } from '../../../../electron/takes/soundOf'
import { directThread } from '../background/directThread'
import { realThread } from '../background/realThread'
import { backUp, execOn, NOTHING_RECORDED, NOTHING_SINCE, NOW_MS } from '../store/fixture'
import { healthy, storedTake, studioOnDisk } from '../takes/fixture'

/*
 * Nothing that tidies up may touch what is being worked on: a real thread, real files, and a
 * library that takes a while to copy.
 */

const DAY_MS = 24 * 3_600_000
const BALLAST_BYTES = 24 * 1024 * 1024
const MARKER = 'zanzibarmarker'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

function keeper() {
  const room = studioOnDisk()
  const { db, dataFolder, files, records } = room
  const take = storedTake(room, { notes: `Said ${MARKER} twice` })
  db.exec('CREATE TABLE ballast (bytes BLOB)')
  db.prepare('INSERT INTO ballast VALUES (zeroblob(?))').run(BALLAST_BYTES)
  const tools = {
    db,
    dataFolder: dataFolderAt(dataFolder),
    soundOf: soundIn(files),
    health: healthy(),
    records,
  }
  const backups = new Backups({ ...tools, thread: realThread() })
  onTestFinished(() => backups.dispose())
  return { room, take, tools, backups, folder: dataFolderAt(dataFolder).backups }
}

/** A copy has begun: something is in the folder that was not. */
async function begun(folder: string): Promise<void> {
  const before = names(folder).length
  await vi.waitFor(() => expect(names(folder).length).toBeGreaterThan(before), {
    interval: 1,
    timeout: 10_000,
  })
}

function names(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

/** Whether the words or the id of the take are anywhere in the folder. */
function holds(folder: string, text: string): boolean {
  return names(folder).some((name) => readFileSync(join(folder, name)).includes(text))
}

test('tidying up at a start does not touch a copy that is being made', async () => {
  const { backups, folder } = keeper()
  const making = backups.make('by-hand')
  await begun(folder)
  backups.keepDaily()
  const made = await making
  expect(made).toMatchObject({ state: 'good', takeCount: 1 })
  await backups.settled()
  const list = await backups.list()
  expect(list.map(({ state, reason }) => [state, reason])).toEqual([
    ['good', 'daily'],
    ['good', 'by-hand'],
  ])
  expect(names(folder).toSorted()).toEqual(list.map(({ name }) => name).toSorted())
})

test('a copy that somebody removes while it is checked is an error, not an empty backup', async () => {
  const { backups, folder } = keeper()
  const removing = setInterval(() => {
    for (const name of names(folder)) rmSync(join(folder, name), { force: true })
  }, 1)
  onTestFinished(() => clearInterval(removing))
  await expect(backups.make('by-hand')).rejects.toThrow()
  clearInterval(removing)
  expect(names(folder)).toEqual([])
})

test('an empty file, or one without our tables, never takes the place of a lost database', () => {
  const { room, folder } = keeper()
  const good = backUp(room.dataFolder, NOW_MS - DAY_MS)
  const hasNotes = (file: string): unknown => {
    const db = new BetterSqlite3(file, { readonly: true })
    onTestFinished(() => void db.close())
    return db.prepare('SELECT notes FROM takes').pluck().get()
  }
  expect(hasNotes(good)).toContain(MARKER)
  closeDatabase(room.db)
  writeFileSync(join(folder, backupName(NOW_MS, 'daily')), '')
  execOn(join(folder, backupName(NOW_MS + 1, 'daily')), 'CREATE TABLE recipes (name)')
  writeFileSync(dataFolderAt(room.dataFolder).database, Buffer.alloc(9000, 0xa5))
  const opened = openOrRescue(dataFolderAt(room.dataFolder), {
    hasRecordings: true,
    nowMs: NOW_MS,
    recorded: () => NOTHING_RECORDED,
    catchUp: () => NOTHING_SINCE,
    firstUse: () => {},
  })
  onTestFinished(() => closeDatabase(opened.db))
  expect(opened).toMatchObject({ kind: 'rescued', rescue: { backupAtMs: NOW_MS - DAY_MS } })
  expect(opened.db.prepare('SELECT notes FROM takes').pluck().get()).toContain(MARKER)
})

test('an empty daily backup is none: the day gets its own', async () => {
  const { backups, folder } = keeper()
  await backups.make('by-hand')
  writeFileSync(join(folder, backupName(Date.now(), 'daily')), '')
  backups.keepDaily()
  await backups.settled()
  const states = (await backups.list()).map(({ state, reason }) => `${state} ${reason}`)
  expect(states.toSorted()).toEqual(['damaged daily', 'good by-hand', 'good daily'])
})

test('what is deleted while a copy is made is in it for a moment, and then no more', async () => {
  const { room, take, backups, folder } = keeper()
  const making = backups.make('by-hand')
  await begun(folder)
  removeTakeRow(room.db, take.id)
  expect(await backups.scrub()).toBe(true)
  await making
  expect(names(folder)).toHaveLength(1)
  expect([holds(folder, take.id), holds(folder, MARKER)]).toEqual([false, false])
  expect(room.db.prepare('SELECT 1 FROM tombstones').all()).toEqual([])
})

test('what is deleted while the backups are cleaned is cleaned next, not forgotten', async () => {
  const { room, take, tools, folder } = keeper()
  const other = storedTake(room)
  backUp(room.dataFolder, NOW_MS)
  const late = new Backups({
    ...tools,
    thread: directThread(() => {
      removeTakeRow(room.db, other.id)
      return Promise.resolve()
    }),
  })
  removeTakeRow(room.db, take.id)
  await late.scrub()
  expect(room.db.prepare('SELECT id FROM tombstones').pluck().all()).toEqual([other.id])
  await late.scrub()
  expect([holds(folder, take.id), holds(folder, other.id)]).toEqual([false, false])
})

test('a backup that is being restored is not thinned out or cleaned meanwhile', async () => {
  const { room, backups, folder } = keeper()
  // The oldest of more than are kept: the next one that is made would be the end of it.
  const oldest = basename(backUp(room.dataFolder, NOW_MS - 60 * DAY_MS, 'by-hand'))
  for (let count = 0; count < 20; count += 1) {
    backUp(room.dataFolder, NOW_MS - DAY_MS + count, 'by-hand')
  }
  room.db.exec("UPDATE takes SET notes = 'now'")
  const restoring = backups.restore(oldest)
  await begun(folder)
  const making = backups.make('by-hand')
  removeTakeRow(room.db, storedTake(room).id)
  const scrubbing = backups.scrub()
  expect(await restoring).toMatchObject({ takesChanged: 1 })
  await Promise.all([making, scrubbing])
  expect(room.db.prepare('SELECT notes FROM takes').pluck().all()).toEqual([`Said ${MARKER} twice`])
  expect(names(folder)).not.toContain(oldest)
}, 40_000)

test('a backup that is being cleaned is never listed as damaged', async () => {
  const { room, take, backups } = keeper()
  for (let count = 0; count < 5; count += 1) backUp(room.dataFolder, NOW_MS + count, 'by-hand')
  removeTakeRow(room.db, take.id)
  const scrubbing = backups.scrub()
  const lists = await Promise.all(Array.from({ length: 4 }, () => backups.list()))
  await scrubbing
  for (const list of lists) expect(list.every(({ state }) => state === 'good')).toBe(true)
})
