import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { expect, test, vi } from 'vitest'
import { findTake } from '../../../../electron/store/takes/takes'
import { recoverTakes } from '../../../../electron/recovery/recoverTakes'
import { disk } from '../disk/refusingDisk'
import { beginTake } from '../store/fixture'
import {
  crashedTake,
  RECORDING,
  RECORDING_MS,
  refOf,
  rowCount,
  statedMs,
  studio,
} from '../takes/fixture'

vi.mock('node:fs', async (original) => {
  const { refusing } = await import('../disk/refusingDisk')
  return refusing(await original())
})

const recording = readFileSync(RECORDING)

test.each([1, 0.9, 0.5, 0.1])('of a crash after %d of a recording all is saved', async (share) => {
  const room = studio()
  const take = crashedTake(room, recording.subarray(0, recording.length * share))
  const [saved, ...others] = await recoverTakes(room)
  expect(others).toEqual([])
  expect(saved).toMatchObject({ id: take.id, state: 'ready' })
  const { durationMs } = saved as { durationMs: number }
  expect(Math.abs(durationMs - RECORDING_MS * share)).toBeLessThanOrEqual(120)
  expect(await statedMs(room.files.audio(refOf(take)))).toBe(durationMs)
  expect(existsSync(room.files.part(refOf(take)))).toBe(false)
  expect(await recoverTakes(room)).toEqual([])
})

test('a crash anywhere within finishing loses nothing', async () => {
  const room = studio()
  const { files } = room
  const whileCopying = crashedTake(room, recording)
  writeFileSync(files.draft(refOf(whileCopying)), Buffer.concat([recording, recording]))
  const beforeRow = crashedTake(room, recording)
  copyFileSync(RECORDING, files.audio(refOf(beforeRow)))
  const beforeRowWithoutCopy = crashedTake(room, recording)
  renameSync(files.part(refOf(beforeRowWithoutCopy)), files.audio(refOf(beforeRowWithoutCopy)))

  const saved = await recoverTakes(room)
  expect(saved).toHaveLength(3)
  for (const take of [whileCopying, beforeRow, beforeRowWithoutCopy]) {
    expect(findTake(room.db, take.id)).toMatchObject({ state: 'ready', durationMs: RECORDING_MS })
    expect(await statedMs(files.audio(refOf(take)))).toBe(RECORDING_MS)
    expect(existsSync(files.draft(refOf(take)))).toBe(false)
  }
})

test.each([0, 0.3])(
  'of a recording and its finished copy the one with more sound counts: %d of the recording',
  async (share) => {
    const room = studio()
    const take = crashedTake(room, recording.subarray(0, recording.length * share))
    copyFileSync(RECORDING, room.files.audio(refOf(take)))
    expect(await recoverTakes(room)).toMatchObject([{ id: take.id, durationMs: RECORDING_MS }])
    expect(await statedMs(room.files.audio(refOf(take)))).toBe(RECORDING_MS)
    expect(existsSync(room.files.part(refOf(take)))).toBe(false)
  },
)

test('a take without sound is forgotten: no file, an empty one, the head alone', async () => {
  const room = studio()
  beginTake(room.db, room.sessionId)
  crashedTake(room, Buffer.alloc(0))
  crashedTake(room, recording.subarray(0, 1))
  crashedTake(room, recording.subarray(0, 150))
  expect(await recoverTakes(room)).toEqual([])
  expect(rowCount(room.db)).toBe(0)
})

test('bytes that are no sound are kept all the same', async () => {
  const room = studio()
  const take = crashedTake(room, Buffer.alloc(20_000, 7))
  writeFileSync(room.files.draft(refOf(take)), recording)
  expect(await recoverTakes(room)).toMatchObject([{ id: take.id, state: 'damaged', durationMs: 0 }])
  expect(readFileSync(room.files.audio(refOf(take)))).toHaveLength(20_000)
  expect(existsSync(room.files.draft(refOf(take)))).toBe(false)
})

test('one take that cannot be finished does not hold up the others, and waits', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const room = studio()
  const stuck = crashedTake(room, recording)
  const fine = crashedTake(room, recording)
  // A folder where the finished file should go: renaming onto it fails.
  mkdirSync(room.files.audio(refOf(stuck)))
  expect(await recoverTakes(room)).toMatchObject([{ id: fine.id }])
  expect(findTake(room.db, stuck.id)).toMatchObject({ state: 'recording' })
  expect(readFileSync(room.files.part(refOf(stuck))).equals(recording)).toBe(true)
})

test('not to be let into the folder does not mean that there is no sound', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const room = studio()
  const take = crashedTake(room, recording)
  disk.refuse = (call, path) => (call === 'statSync' && path.includes('takes') ? 'EACCES' : null)
  expect(await recoverTakes(room)).toEqual([])
  expect(findTake(room.db, take.id)).toMatchObject({ state: 'recording' })
  disk.refuse = () => null
  expect(await recoverTakes(room)).toMatchObject([{ id: take.id, durationMs: RECORDING_MS }])
})
