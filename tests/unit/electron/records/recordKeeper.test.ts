import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import { newId } from '../../../../electron/store/database/ids'
import { takeRecord } from '../../../../electron/records/takeRecord'
import { finishSession, setSessionDeleted } from '../../../../electron/store/sessions/sessions'
import { setTakeDeleted, setTakeNotes } from '../../../../electron/store/takes/takes'
import { readSessionRecord, readTakeRecord } from '../../../../electron/records/readRecords'
import { beginTake, NOW_MS } from '../store/fixture'
import { disk } from '../disk/refusingDisk'
import {
  directRemuxer,
  healthy,
  purgeIn,
  refOf,
  storedTake,
  type Studio,
  studio,
} from '../takes/fixture'

vi.mock('node:fs', async (original) => {
  const { refusing } = await import('../disk/refusingDisk')
  return refusing(await original())
})

/** Many times as long as it takes: a busy machine may take its time too. */
const WITHIN_MS = 5000

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

function notesIn({ files }: Studio, take: { id: string; sessionId: string }): string | undefined {
  return readTakeRecord(files, { takeId: take.id, sessionId: take.sessionId })?.notes
}

test('a record is written after the answer, with what the row says by then', async () => {
  const room = studio()
  const take = storedTake(room)
  setTakeNotes(room.db, { takeId: take.id, notes: 'first' })
  setTakeNotes(room.db, { takeId: take.id, notes: 'last' })
  expect(notesIn(room, take)).toBe('')
  await nextTurn()
  expect(notesIn(room, take)).toBe('last')
  expect(readTakeRecord(room.files, refOf(take))).toEqual(takeRecord(room.db, take.id))
  if (process.platform !== 'win32') {
    expect(statSync(room.files.record(refOf(take))).mode & 0o777).toBe(0o600)
  }
})

test('the first record of a take brings that of its session, which follows each change of it', async () => {
  const room = studio()
  const { db, files, sessionId } = room
  storedTake(room)
  expect(readSessionRecord(files, sessionId)).toMatchObject({ finishedAtMs: null })
  finishSession(db, { sessionId, finishedAtMs: NOW_MS })
  expect(readSessionRecord(files, sessionId)).toMatchObject({ finishedAtMs: null })
  await nextTurn()
  expect(readSessionRecord(files, sessionId)).toMatchObject({ finishedAtMs: NOW_MS })
})

test('the words of a purged take never come back', async () => {
  const room = studio()
  const { db, files, records, sessionId } = room
  const [take] = [storedTake(room, { notes: 'private' }), storedTake(room)]
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: NOW_MS })
  void purgeIn({ db, files }).removeEverythingDeleted()
  await nextTurn()
  records.flush()
  const left = readdirSync(files.folder(sessionId))
  expect(left.filter((name) => name.startsWith(take.id))).toEqual([])

  setSessionDeleted(db, { sessionId, deletedAtMs: NOW_MS })
  void purgeIn({ db, files }).removeEverythingDeleted()
  records.flush()
  expect(existsSync(files.folder(sessionId))).toBe(false)
})

test('without a folder there is no record: nothing of a session that has no sound', () => {
  const room = studio()
  room.records.writeTake(beginTake(room.db, room.sessionId).id)
  room.records.writeSession(room.sessionId)
  expect(existsSync(room.files.folder(room.sessionId))).toBe(false)
})

test('many changes are written one after the other, and others get their turn', async () => {
  const room = studio()
  const takes = Array.from({ length: 20 }, () => storedTake(room))
  for (const { id } of takes) {
    setTakeNotes(room.db, { takeId: id, notes: 'changed' })
  }
  const written = () => takes.filter((take) => notesIn(room, take) === 'changed').length
  await nextTurn()
  expect(written()).toBeLessThan(20)
  while (written() < 20) await nextTurn()
})

test('what is left to be written is written at the end', () => {
  const room = studio()
  const takes = [storedTake(room), storedTake(room)]
  for (const { id } of takes) {
    setTakeNotes(room.db, { takeId: id, notes: 'changed' })
  }
  room.records.flush()
  expect(takes.map((take) => notesIn(room, take))).toEqual(['changed', 'changed'])
})

test.each(['EACCES', 'EROFS', 'ENOSPC'])(
  'when the disk says %s, the old record stays whole, and the new one follows later',
  async (code) => {
    const room = studio()
    const [take, other] = [storedTake(room, { notes: 'old' }), storedTake(room)]
    disk.refuse = (call) => (call === 'writeFileSync' || call === 'renameSync' ? code : null)
    setTakeNotes(room.db, { takeId: take.id, notes: 'new' })
    await nextTurn()
    expect(notesIn(room, take)).toBe('old')
    expect(readdirSync(room.files.folder(room.sessionId)).join()).not.toContain('.new')

    disk.refuse = () => null
    setTakeNotes(room.db, { takeId: other.id, notes: 'another' })
    await nextTurn()
    await nextTurn()
    expect([take, other].map((each) => notesIn(room, each))).toEqual(['new', 'another'])
  },
)

test('a refused renaming is tried a few times and no longer', () => {
  const room = studio()
  const take = storedTake(room, { notes: 'old' })
  setTakeNotes(room.db, { takeId: take.id, notes: 'new' })
  let tries = 0
  disk.refuse = (call) => (call === 'renameSync' && (tries += 1) > 0 ? 'EPERM' : null)
  const beganAtMs = performance.now()
  expect(() => room.records.writeTake(take.id)).toThrow('EPERM')
  expect(performance.now() - beganAtMs).toBeLessThan(WITHIN_MS)
  expect(tries).toBeGreaterThan(1)
})

test('one that says the same already is not written again', () => {
  const room = studio()
  const take = storedTake(room)
  const file = room.files.record(refOf(take))
  utimesSync(file, 1, 1)
  disk.refuse = (call) => (call === 'writeFileSync' ? 'EROFS' : null)
  room.records.writeTake(take.id)
  expect(statSync(file).mtimeMs).toBe(1000)
})

test('a record under the name of another take, or in the folder of another session, is none', () => {
  const room = studio()
  const [one, other] = [storedTake(room), storedTake(room)]
  const { files, sessionId } = room
  copyFileSync(files.record(refOf(one)), files.record(refOf(other)))
  expect(readTakeRecord(files, refOf(other))).toBeNull()
  const elsewhere = { ...refOf(one), sessionId: newId() }
  mkdirSync(files.folder(elsewhere.sessionId))
  copyFileSync(files.record(refOf(one)), files.record(elsewhere))
  copyFileSync(files.sessionRecord(sessionId), files.sessionRecord(elsewhere.sessionId))
  expect(readTakeRecord(files, elsewhere)).toBeNull()
  expect(readSessionRecord(files, elsewhere.sessionId)).toBeNull()
})

test('with a damaged database words are still recorded, but nothing that makes no sense', async () => {
  const health = healthy()
  const room = studio(directRemuxer, health)
  const [take, garbled] = [storedTake(room), storedTake(room, { notes: 'Keep these words' })]
  health.isDamaged = true
  setTakeNotes(room.db, { takeId: take.id, notes: 'said after it' })
  // What a rotten page may say of a take.
  room.db.pragma('ignore_check_constraints = ON')
  room.db.prepare("UPDATE takes SET number = -7, notes = '' WHERE id = ?").run(garbled.id)
  await nextTurn()
  await nextTurn()
  expect(notesIn(room, take)).toBe('said after it')
  expect(notesIn(room, garbled)).toBe('Keep these words')
})

test('the record of a question that is gone goes, and what a kill left half written of it', () => {
  const { db, files, records } = studio()
  const record = files.records.question('trial/gamma')
  records.writeQuestion('trial/gamma')
  writeFileSync(`${record}.new`, 'half of its words')
  writeFileSync(`${record}.aside.new`, 'half of its words, by a thread')
  db.exec("DELETE FROM session_questions WHERE question_id = 'trial/gamma'")
  db.exec("DELETE FROM questions WHERE id = 'trial/gamma'")
  records.flush()
  expect(readdirSync(files.records.questionFolder)).not.toContainEqual(
    expect.stringContaining('gamma'),
  )
  expect(existsSync(record)).toBe(false)
})
