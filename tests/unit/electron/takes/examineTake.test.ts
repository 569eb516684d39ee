import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { newId } from '../../../../electron/store/database/ids'
import {
  findTake,
  removeTakeRow,
  setTakeDeleted,
  setTakeRating,
} from '../../../../electron/store/takes/takes'
import { examineTake } from '../../../../electron/takes/examineTake'
import { readTakeRecord } from '../../../../electron/records/readRecords'
import { disk } from '../disk/refusingDisk'
import { NOW_MS } from '../store/fixture'
import {
  crashedTake,
  directRemuxer,
  RECORDING,
  RECORDING_MS,
  refOf,
  storedTake,
  studio,
} from './fixture'

vi.mock('node:fs', async (original) => {
  const { refusing } = await import('../disk/refusingDisk')
  return refusing(await original())
})

const HARM: [string, (file: string) => void][] = [
  ['missing', (file) => rmSync(file)],
  ['of 0 bytes', (file) => truncateSync(file, 0)],
  ['cut to its head', (file) => truncateSync(file, 150)],
  ['of noise', (file) => writeFileSync(file, Buffer.alloc(20_000, 0xa5))],
  ['of text', (file) => writeFileSync(file, 'This is no sound. '.repeat(500))],
]

test.each(HARM)(
  'a take whose file is %s is damaged; its words and its length stay',
  async (_, harm) => {
    const room = studio()
    const { id: takeId, ...take } = storedTake(room, { notes: 'Kept' })
    setTakeRating(room.db, { takeId, rating: 3 })
    harm(room.files.audio({ takeId, sessionId: take.sessionId }))
    const found = {
      id: takeId,
      state: 'damaged',
      durationMs: RECORDING_MS,
      notes: 'Kept',
      rating: 3,
    }
    expect(await examineTake(room, takeId)).toMatchObject(found)
    expect(findTake(room.db, takeId)).toMatchObject(found)
    // A second look says the same.
    expect(await examineTake(room, takeId)).toMatchObject(found)
    room.records.flush()
    expect(readTakeRecord(room.files, { takeId, sessionId: take.sessionId })?.isDamaged).toBe(true)
  },
)

test('one that was cut is as long as what can be read of it', async () => {
  const room = studio()
  const take = storedTake(room)
  const file = room.files.audio(refOf(take))
  truncateSync(file, Math.floor(readFileSync(file).length / 2))
  const { durationMs, state } = (await examineTake(room, take.id)) as {
    durationMs: number
    state: string
  }
  expect(state).toBe('ready')
  expect(Math.abs(durationMs - RECORDING_MS / 2)).toBeLessThanOrEqual(120)
})

test('one that is whole keeps the length that it was stored with', async () => {
  const room = studio()
  const take = storedTake(room)
  room.db.prepare('UPDATE takes SET duration_ms = ? WHERE id = ?').run(RECORDING_MS - 19.5, take.id)
  expect(await examineTake(room, take.id)).toMatchObject({
    state: 'ready',
    durationMs: RECORDING_MS - 19.5,
  })
})

test('a file that is there again can be played again', async () => {
  const room = studio()
  const take = storedTake(room)
  rmSync(room.files.audio(refOf(take)))
  await examineTake(room, take.id)
  copyFileSync(RECORDING, room.files.audio(refOf(take)))
  expect(await examineTake(room, take.id)).toMatchObject({
    state: 'ready',
    durationMs: RECORDING_MS,
  })
})

test('one that is being recorded is left alone; one that is hidden stays hidden', async () => {
  const room = studio()
  const [open, hidden] = [crashedTake(room, new Uint8Array(9)), storedTake(room)]
  expect(await examineTake(room, open.id)).toMatchObject({ state: 'recording' })
  setTakeDeleted(room.db, { takeId: hidden.id, deletedAtMs: NOW_MS })
  await examineTake(room, hidden.id)
  expect(findTake(room.db, hidden.id)?.deletedAtMs).toBe(NOW_MS)
})

test('one that is not there, or goes meanwhile, is not found', async () => {
  const room = studio()
  await expect(examineTake(room, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const take = storedTake(room)
  const examining = examineTake(room, take.id)
  removeTakeRow(room.db, take.id)
  await expect(examining).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('when looking is not possible nothing is said against the take', async () => {
  const readableMs = () => Promise.reject(new Error('no thread'))
  const room = studio({ ...directRemuxer, readableMs })
  const take = storedTake(room)
  await expect(examineTake(room, take.id)).rejects.toThrow('no thread')
  expect(findTake(room.db, take.id)?.state).toBe('ready')
})

test('nor when its folder may not be looked into', async () => {
  const room = studio()
  const take = storedTake(room)
  disk.refuse = (call) => (call === 'statSync' ? 'EACCES' : null)
  await expect(examineTake(room, take.id)).rejects.toMatchObject({ code: 'EACCES' })
  expect(findTake(room.db, take.id)?.state).toBe('ready')
})
