import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { PauseSwitch } from '../../../../electron/background/workWatch'
import { findTake, removeTakeRow } from '../../../../electron/store/takes/takes'
import type { Remuxer } from '../../../../electron/sound/remuxer'
import { TakeWriter } from '../../../../electron/takes/takeWriter'
import type { Take } from '../../../../shared/model'
import { beginTake } from '../store/fixture'
import {
  chunks,
  directRemuxer,
  hasIndex,
  RECORDING,
  RECORDING_MS,
  refOf,
  rowCount,
  statedMs,
  studio,
  type Studio,
} from './fixture'

const PEAKS = new Uint8Array([0x81, 0x7f])

async function begin(room: Studio): Promise<{ writer: TakeWriter; take: Take }> {
  const writer = new TakeWriter(room)
  const take = beginTake(room.db, room.sessionId)
  await writer.begin(take)
  return { writer, take }
}

async function record(writer: TakeWriter, take: Take, pieces = chunks()): Promise<void> {
  for (const [sequence, audio] of pieces.entries()) {
    await writer.append(take.id, { sequence, audio, peaks: PEAKS })
  }
}

test('begin makes the files, for this user alone', async () => {
  const room = studio()
  const { writer, take } = await begin(room)
  const part = room.files.part(refOf(take))
  expect(statSync(part).size).toBe(0)
  if (process.platform !== 'win32') {
    expect(statSync(part).mode & 0o777).toBe(0o600)
    expect(statSync(room.files.folder(room.sessionId)).mode & 0o777).toBe(0o700)
  }
  expect(writer.isBusy).toBe(true)
  await writer.closeAll()
})

test('what append has answered is in the files', async () => {
  const room = studio()
  const { writer, take } = await begin(room)
  const pieces = chunks()
  for (const [sequence, audio] of pieces.entries()) {
    await writer.append(take.id, { sequence, audio, peaks: PEAKS })
    const written = Buffer.concat(pieces.slice(0, sequence + 1))
    expect(readFileSync(room.files.part(refOf(take))).equals(written)).toBe(true)
    expect(statSync(room.files.peaks(refOf(take))).size).toBe(2 * (sequence + 1))
  }
  await writer.closeAll()
})

test('chunks that come faster than the disk are stored in their order', async () => {
  const room = studio()
  const { writer, take } = await begin(room)
  const pieces = chunks(500)
  await Promise.all(
    pieces.map((audio, sequence) => writer.append(take.id, { sequence, audio, peaks: PEAKS })),
  )
  expect(readFileSync(room.files.part(refOf(take))).equals(readFileSync(RECORDING))).toBe(true)
  await writer.closeAll()
})

test('a gap and a repetition are refused, and change nothing', async () => {
  const room = studio()
  const { writer, take } = await begin(room)
  const [first, second] = chunks() as [Uint8Array, Uint8Array]
  await writer.append(take.id, { sequence: 0, audio: first, peaks: PEAKS })
  for (const sequence of [0, 2, 7]) {
    await expect(
      writer.append(take.id, { sequence, audio: second, peaks: PEAKS }),
    ).rejects.toMatchObject({ code: 'TAKE_OUT_OF_ORDER' })
  }
  expect(statSync(room.files.part(refOf(take))).size).toBe(first.byteLength)
  await writer.append(take.id, { sequence: 1, audio: second, peaks: PEAKS })
  await writer.closeAll()
})

test('finish makes a take that can be played and sought in', async () => {
  const room = studio()
  const { writer, take } = await begin(room)
  await record(writer, take)
  const finished = await writer.finish(take.id)
  expect(finished).toMatchObject({ id: take.id, state: 'ready', durationMs: RECORDING_MS })
  const audio = room.files.audio(refOf(take))
  expect(await statedMs(audio)).toBe(RECORDING_MS)
  expect(hasIndex(audio)).toBe(true)
  expect(existsSync(room.files.part(refOf(take)))).toBe(false)
  expect(existsSync(room.files.draft(refOf(take)))).toBe(false)
  expect(writer.isBusy).toBe(false)
})

test('finish waits for chunks that are still on their way', async () => {
  const room = studio()
  const { writer, take } = await begin(room)
  const appending = chunks().map((audio, sequence) =>
    writer.append(take.id, { sequence, audio, peaks: PEAKS }),
  )
  expect(await writer.finish(take.id)).toMatchObject({ durationMs: RECORDING_MS })
  await Promise.all(appending)
})

test('finishing twice, together or one after the other, gives the same take', async () => {
  const room = studio()
  const { writer, take } = await begin(room)
  await record(writer, take)
  const [one, other] = await Promise.all([writer.finish(take.id), writer.finish(take.id)])
  expect(one).toEqual(other)
  expect(await writer.finish(take.id)).toMatchObject(one)
})

test('after finish nothing can be appended', async () => {
  const room = studio()
  const { writer, take } = await begin(room)
  await record(writer, take)
  await writer.finish(take.id)
  await expect(
    writer.append(take.id, { sequence: 99, audio: PEAKS, peaks: PEAKS }),
  ).rejects.toMatchObject({ code: 'TAKE_NOT_RECORDING' })
})

test('an unknown take cannot be appended to, finished or abandoned', async () => {
  const writer = new TakeWriter(studio())
  const id = '0190a8f0-0000-7000-8000-000000000000'
  const chunk = { sequence: 0, audio: PEAKS, peaks: PEAKS }
  await expect(writer.append(id, chunk)).rejects.toMatchObject({ code: 'TAKE_NOT_RECORDING' })
  await expect(writer.finish(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(writer.abandon(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test.each([
  ['nothing', []],
  ['the head alone', [chunks(150)[0]!, chunks(150)[1]!]],
])('a take of %s is taken back: no row, no file', async (_what, pieces) => {
  const room = studio()
  const { writer, take } = await begin(room)
  await record(writer, take, pieces)
  await writer.abandon(take.id)
  expect(rowCount(room.db)).toBe(0)
  expect(existsSync(room.files.part(refOf(take)))).toBe(false)
  expect(existsSync(room.files.peaks(refOf(take)))).toBe(false)
})

test('a take with sound in it is not taken back but finished', async () => {
  const room = studio()
  const { writer, take } = await begin(room)
  await record(writer, take)
  await writer.abandon(take.id)
  expect(findTake(room.db, take.id)).toMatchObject({ state: 'ready', durationMs: RECORDING_MS })
})

test('closeAll finishes every take that is open', async () => {
  const room = studio()
  const writer = new TakeWriter(room)
  const takes = [beginTake(room.db, room.sessionId), beginTake(room.db, room.sessionId)]
  for (const take of takes) {
    await writer.begin(take)
    await record(writer, take)
  }
  await writer.closeAll()
  expect(writer.isBusy).toBe(false)
  for (const take of takes) expect(findTake(room.db, take.id)).toMatchObject({ state: 'ready' })
})

test('what was copied while it was recorded is not copied again', async () => {
  const remux = vi.fn(directRemuxer.remux)
  const room = studio({ ...directRemuxer, remux })
  const { writer, take } = await begin(room)
  await record(writer, take)
  expect(existsSync(room.files.draft(refOf(take)))).toBe(true)
  expect(await writer.finish(take.id)).toMatchObject({ state: 'ready', durationMs: RECORDING_MS })
  expect(remux).not.toHaveBeenCalled()
})

test.each(['at once', 'at the end'])(
  'when the copy breaks %s, the recording is copied after Stop',
  async (when) => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const follow: Remuxer['follow'] = async (...files) => {
      if (when === 'at the end') await directRemuxer.follow(...files)
      throw new Error('no room')
    }
    const room = studio({ ...directRemuxer, follow })
    const { writer, take } = await begin(room)
    await record(writer, take)
    expect(await writer.finish(take.id)).toMatchObject({ state: 'ready', durationMs: RECORDING_MS })
    expect(await statedMs(room.files.audio(refOf(take)))).toBe(RECORDING_MS)
    expect(existsSync(room.files.draft(refOf(take)))).toBe(false)
  },
)

test('a take whose row is gone leaves no copy', async () => {
  const room = studio()
  const { writer, take } = await begin(room)
  await record(writer, take)
  removeTakeRow(room.db, take.id)
  await expect(writer.finish(take.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(existsSync(room.files.draft(refOf(take)))).toBe(false)
})

test('when every way to copy breaks, the recording itself becomes the take', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const broken = () => Promise.reject(new Error('no thread'))
  const room = studio({ ...directRemuxer, follow: broken, remux: broken })
  const { writer, take } = await begin(room)
  const peaks = new Uint8Array(2 * 249) // 249 pairs of 20 ms
  await writer.append(take.id, { sequence: 0, audio: readFileSync(RECORDING), peaks })
  expect(await writer.finish(take.id)).toMatchObject({ state: 'ready', durationMs: 4980 })
  expect(readFileSync(room.files.audio(refOf(take))).equals(readFileSync(RECORDING))).toBe(true)
})

test('a file without sound stays, as a damaged take', async () => {
  const room = studio()
  const { writer, take } = await begin(room)
  await writer.append(take.id, { sequence: 0, audio: new Uint8Array(5000), peaks: PEAKS })
  expect(await writer.finish(take.id)).toMatchObject({ state: 'damaged', durationMs: 0 })
  expect(statSync(room.files.audio(refOf(take))).size).toBe(5000)
})

test('beginning a take twice is refused, and takes nothing away from the first time', async () => {
  const room = studio()
  const { writer, take } = await begin(room)
  const [first, ...rest] = chunks() as [Uint8Array, ...Uint8Array[]]
  await writer.append(take.id, { sequence: 0, audio: first, peaks: PEAKS })
  await expect(writer.begin(take)).rejects.toMatchObject({ code: 'EEXIST' })
  for (const [index, audio] of rest.entries()) {
    await writer.append(take.id, { sequence: index + 1, audio, peaks: PEAKS })
  }
  expect(await writer.finish(take.id)).toMatchObject({ state: 'ready', durationMs: RECORDING_MS })
})

test('from its first moment until it has ended, in whatever way, a take holds what is held for it', async () => {
  const held = new PauseSwitch()
  const room = { ...studio(), whileRecording: [held] }
  const { writer, take } = await begin(room)
  expect(held.isOn).toBe(true)
  await record(writer, take)
  const other = beginTake(room.db, room.sessionId)
  await writer.begin(other)
  await writer.finish(take.id)
  expect(held.isOn).toBe(true)
  await writer.abandon(other.id)
  expect(held.isOn).toBe(false)

  // There is a file in its place already: it cannot begin.
  const third = beginTake(room.db, room.sessionId)
  writeFileSync(room.files.part(refOf(third)), 'x')
  await expect(writer.begin(third)).rejects.toMatchObject({ code: 'EEXIST' })
  expect(held.isOn).toBe(false)
})
