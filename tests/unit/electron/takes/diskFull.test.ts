import { existsSync, readFileSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { replyError } from '../../../../electron/ipc/replyError'
import { tell } from '../../../../electron/sound/followRecording'
import { TakeWriter } from '../../../../electron/takes/takeWriter'
import { beginTake, temporaryFolder } from '../store/fixture'
import { chunks, refOf, RECORDING_MS, studio } from './fixture'

const FULL = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })

/** From now on the disk takes `left` more bytes, a part of a write if need be, and then no more. */
async function fillDiskAfter(left: number): Promise<{ makeSpace: () => void }> {
  const probe = await open(join(temporaryFolder(), 'probe'), 'w')
  const prototype = Object.getPrototypeOf(probe) as FileHandle
  await probe.close()
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its own `this` below
  const write = prototype.write as (...args: unknown[]) => Promise<{ bytesWritten: number }>
  const spy = vi.spyOn(prototype, 'write').mockImplementation(async function (
    this: FileHandle,
    ...[bytes, offset, length, position]: unknown[]
  ) {
    if (left === 0) throw FULL
    const count = Math.min(left, length as number)
    left -= count
    return write.call(this, bytes, offset, count, position)
  } as FileHandle['write'])
  const makeSpace = (): void => spy.mockRestore()
  onTestFinished(makeSpace)
  return { makeSpace }
}

test.each([0, 1, 1999])(
  'a chunk of which %i bytes fit leaves the files as they were',
  async (left) => {
    const room = studio()
    const writer = new TakeWriter(room)
    const take = beginTake(room.db, room.sessionId)
    await writer.begin(take)
    const pieces = chunks(2000)
    const peaks = new Uint8Array(26)
    for (const [sequence, audio] of pieces.slice(0, 10).entries()) {
      await writer.append(take.id, { sequence, audio, peaks })
    }

    const { makeSpace } = await fillDiskAfter(left)
    const lost = { sequence: 10, audio: pieces[10]!, peaks }
    const error = await writer.append(take.id, lost).catch((reason: unknown) => reason)
    expect(replyError(error).code).toBe('DISK_FULL')
    const before = Buffer.concat(pieces.slice(0, 10))
    expect(readFileSync(room.files.part(refOf(take))).equals(before)).toBe(true)
    expect(readFileSync(room.files.peaks(refOf(take))).byteLength).toBe(260)

    makeSpace()
    await writer.append(take.id, lost) // nothing is in the way of going on
    const { durationMs } = (await writer.finish(take.id)) as { durationMs: number }
    expect(durationMs).toBeGreaterThan(RECORDING_MS * 0.4)
  },
)

test('on a full disk the copy gives way to the recording', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const room = studio()
  const writer = new TakeWriter(room)
  const take = beginTake(room.db, room.sessionId)
  const draft = room.files.draft(refOf(take))
  await writer.begin(take)
  const pieces = chunks()
  const peaks = new Uint8Array(2)
  for (const [sequence, audio] of pieces.slice(0, -1).entries()) {
    await writer.append(take.id, { sequence, audio, peaks })
  }
  await expect.poll(() => existsSync(draft)).toBe(true)

  const { makeSpace } = await fillDiskAfter(0)
  vi.spyOn(room.remuxer, 'tell').mockImplementation((target, growth) => {
    if (growth.kind === 'givenUp') makeSpace()
    tell(target, growth)
  })
  await writer.append(take.id, { sequence: pieces.length - 1, audio: pieces.at(-1)!, peaks })
  expect(existsSync(draft)).toBe(false)
  expect(readFileSync(room.files.part(refOf(take))).equals(Buffer.concat(pieces))).toBe(true)
  expect(await writer.finish(take.id)).toMatchObject({ state: 'ready', durationMs: RECORDING_MS })
})

test('a take that does not fit twice is kept as it was recorded', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const room = studio()
  const writer = new TakeWriter(room)
  const take = beginTake(room.db, room.sessionId)
  await writer.begin(take)
  const pieces = chunks()
  for (const [sequence, audio] of pieces.entries()) {
    await writer.append(take.id, { sequence, audio, peaks: new Uint8Array(2) })
  }
  await fillDiskAfter(10_000)
  expect(await writer.finish(take.id)).toMatchObject({ state: 'ready', durationMs: RECORDING_MS })
  expect(readFileSync(room.files.audio(refOf(take))).equals(Buffer.concat(pieces))).toBe(true)
})
