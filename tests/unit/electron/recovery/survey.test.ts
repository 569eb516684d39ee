import { mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { newId } from '../../../../electron/store/database/ids'
import { insertChoice } from '../../../../electron/store/takes/choices'
import {
  markTakeDamaged,
  removeTakeRow,
  setTakeNotes,
} from '../../../../electron/store/takes/takes'
import { survey, type SurveyResult } from '../../../../electron/recovery/survey'
import { realThread } from '../background/realThread'
import { disk } from '../disk/refusingDisk'
import { crashedTake, refOf, storedTake, studioOnDisk, type Studio } from '../takes/fixture'
import { execOn } from '../store/fixture'

vi.mock('node:fs', async (original) => {
  const { refusing } = await import('../disk/refusingDisk')
  return refusing(await original())
})

const NOTHING = { unknown: [], doubtful: [], unrecorded: [] }

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

function lookAtAll({ dataFolder }: Studio): SurveyResult {
  return survey(dataFolderAt(dataFolder))
}

/** Of the takes. */
function look(room: Studio): Pick<SurveyResult, keyof typeof NOTHING> {
  const { unknown, doubtful, unrecorded } = lookAtAll(room)
  return { unknown, doubtful, unrecorded }
}

test('questions and the library itself have records too, as new as what they say', () => {
  const room = studioOnDisk()
  expect(lookAtAll(room)).toMatchObject({ isLibraryRecorded: false })
  expect(lookAtAll(room).unrecordedQuestions).toHaveLength(3)
  for (const id of lookAtAll(room).unrecordedQuestions) room.records.writeQuestion(id)
  room.records.writeLibrary()
  expect(lookAtAll(room)).toMatchObject({ isLibraryRecorded: true, unrecordedQuestions: [] })

  room.db.exec("UPDATE questions SET question = 'Other words' WHERE id = 'trial/alpha'")
  execOn(
    dataFolderAt(room.dataFolder).database,
    "PRAGMA foreign_keys = OFF; DELETE FROM questions WHERE id = 'trial/beta'",
  )
  writeFileSync(room.files.records.question('trial/gamma'), 'noise')
  expect(lookAtAll(room).unrecordedQuestions.toSorted()).toEqual([
    'trial/alpha',
    'trial/beta',
    'trial/gamma',
  ])
})

test('a session whose end came to its row but not to its record is recorded again', () => {
  const room = studioOnDisk()
  storedTake(room)
  room.records.writeSession(room.sessionId)
  expect(lookAtAll(room).unrecordedSessions).toEqual([])
  // A kill: nobody is there to write the record.
  room.db.prepare('UPDATE sessions SET finished_at_ms = 5 WHERE id = ?').run(room.sessionId)
  expect(lookAtAll(room).unrecordedSessions).toEqual([room.sessionId])
  room.records.writeSession(room.sessionId)
  expect(lookAtAll(room).unrecordedSessions).toEqual([])
})

test('a library that is as it should be gives nothing to do', () => {
  const room = studioOnDisk()
  storedTake(room)
  expect(look(room)).toEqual(NOTHING)
  expect(look(studioOnDisk())).toEqual(NOTHING) // not even a folder of takes
})

test('sound without a row is unknown: finished, cut short, or both, but once', () => {
  const room = studioOnDisk()
  const takes = [storedTake(room), crashedTake(room, new Uint8Array(9)), storedTake(room)]
  writeFileSync(room.files.part(refOf(takes[2]!)), 'x')
  for (const { id } of takes) removeTakeRow(room.db, id)
  const { unknown, ...rest } = look(room)
  expect(unknown.map(({ takeId }) => takeId).toSorted()).toEqual(takes.map(({ id }) => id))
  expect(rest).toEqual({ doubtful: [], unrecorded: [] })
})

test('a take that is being recorded is neither unknown nor doubtful', () => {
  const room = studioOnDisk()
  const take = crashedTake(room, new Uint8Array(5000))
  expect(look(room)).toEqual({ ...NOTHING, unrecorded: [refOf(take)] })
  room.records.writeTake(take.id)
  expect(look(room)).toEqual(NOTHING)
})

test('a finished take whose file is gone, empty, or of another length is doubtful', () => {
  const room = studioOnDisk()
  const [gone, empty, cut, fine] = [1, 2, 3, 4].map(() => refOf(storedTake(room)))
  rmSync(room.files.audio(gone!))
  truncateSync(room.files.audio(empty!), 0)
  truncateSync(room.files.audio(cut!), 10_000)
  expect(look(room).doubtful).toEqual([gone, empty, cut])
  expect(look(room).doubtful).not.toContainEqual(fine)
})

test('so is each take of a session whose folder is gone, unless it had no sound before', () => {
  const room = studioOnDisk()
  const takes = [storedTake(room), storedTake(room)]
  markTakeDamaged(room.db, { takeId: takes[1]!.id, durationMs: 0, sizeBytes: 0 })
  rmSync(room.files.folder(room.sessionId), { recursive: true })
  expect(look(room)).toEqual({ ...NOTHING, doubtful: [refOf(takes[0]!)] })
})

test('a take without a record is unrecorded', () => {
  const room = studioOnDisk()
  const take = refOf(storedTake(room))
  rmSync(room.files.record(take))
  expect(look(room)).toEqual({ ...NOTHING, unrecorded: [take] })
})

test('what is no file of a take is left alone', () => {
  const room = studioOnDisk()
  storedTake(room)
  const folder = room.files.folder(room.sessionId)
  for (const name of ['notes.txt', 'song.webm', `${newId()}.draft`, `${newId()}.peaks`]) {
    writeFileSync(join(folder, name), 'x')
  }
  mkdirSync(join(folder, '..', 'not-a-session'))
  renameSync(join(folder, 'notes.txt'), join(folder, '..', 'not-a-session', `${newId()}.webm`))
  writeFileSync(join(folder, '..', newId()), 'a file where folders are')
  expect(look(room)).toEqual(NOTHING)
})

test('a folder that cannot be read says nothing about its takes, and hides no other', () => {
  const room = studioOnDisk()
  const hidden = storedTake(room)
  const seen = storedTake(studioOnDisk(room.dataFolder))
  for (const { id } of [hidden, seen]) removeTakeRow(room.db, id)
  const refused = room.files.folder(room.sessionId)
  disk.refuse = (call, path) => (call === 'readdirSync' && path === refused ? 'EACCES' : null)
  expect(look(room)).toEqual({ ...NOTHING, unknown: [refOf(seen)] })
})

test('the thread finds the same', async () => {
  const room = studioOnDisk()
  removeTakeRow(room.db, storedTake(room).id)
  const found = await realThread().run('survey', dataFolderAt(room.dataFolder))
  expect(found).toEqual(lookAtAll(room))
})

test('choices that Soundcheck 0.1.0 kept in no record are recorded', () => {
  const room = studioOnDisk()
  const [better, other] = [storedTake(room), storedTake(room)]
  storedTake(room)
  insertChoice(room.db, { betterTakeId: better.id, otherTakeId: other.id, chosenAtMs: 1 })
  room.records.flush()
  expect(look(room)).toEqual(NOTHING)
  room.db.exec('UPDATE takes SET library_id = NULL, revision = NULL')
  expect(look(room).unrecorded).toEqual([refOf(better), refOf(other)])
})

test('a record that a kill kept from saying the last words is found', () => {
  const room = studioOnDisk()
  const [take] = [storedTake(room), storedTake(room)]
  setTakeNotes(room.db, { takeId: take.id, notes: 'Last words' })
  expect(look(room).unrecorded).toEqual([refOf(take)])
  room.records.flush()
  expect(look(room)).toEqual(NOTHING)
})
