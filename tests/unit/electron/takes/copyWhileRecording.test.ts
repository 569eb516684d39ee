import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { remux } from '../../../../electron/sound/remux'
import { remuxerOn, type Remuxer } from '../../../../electron/sound/remuxer'
import { CopyWhileRecording } from '../../../../electron/takes/copyWhileRecording'
import { realThread } from '../background/realThread'
import { temporaryFolder } from '../store/fixture'
import { chunks, directRemuxer, RECORDING, RECORDING_MS } from './fixture'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** A recording that grows, and a copy that follows it. */
function recording(remuxer: Remuxer = directRemuxer) {
  const folder = temporaryFolder()
  const [source, target] = [join(folder, 'a.part'), join(folder, 'a.draft')]
  writeFileSync(source, '')
  const copy = new CopyWhileRecording(remuxer, source, target)
  let length = 0
  /** As the take writer does: first the bytes, then the word that they are there. */
  const append = (bytes: Uint8Array): void => {
    appendFileSync(source, bytes)
    length += bytes.byteLength
    copy.grown(length)
  }
  return { folder, source, target, copy, append, finish: () => copy.finish(length) }
}

/** What a copy that is made after Stop holds. */
async function copiedAfterwards(): Promise<Buffer> {
  const target = join(temporaryFolder(), 'whole.webm')
  await remux(RECORDING, target)
  return readFileSync(target)
}

test.each([700, 4000, 17_000, 50_000])(
  'in pieces of %d bytes it is, byte for byte, what a copy after Stop is',
  async (size) => {
    const { target, append, finish } = recording()
    for (const piece of chunks(size)) {
      append(piece)
      await pause(1)
    }
    expect(await finish()).toBe(RECORDING_MS)
    expect(readFileSync(target).equals(await copiedAfterwards())).toBe(true)
  },
)

test('it reads nothing but what it was told of: the rest may be taken back', async () => {
  const { source, target, append, finish } = recording()
  const [first, second, ...rest] = chunks(17_000) as [Uint8Array, Uint8Array, ...Uint8Array[]]
  append(first)
  append(second)
  appendFileSync(source, Buffer.alloc(9000, 0xff))
  await pause(50)
  truncateSync(source, first.length + second.length)
  for (const piece of rest) append(piece)
  expect(await finish()).toBe(RECORDING_MS)
  expect(readFileSync(target).equals(await copiedAfterwards())).toBe(true)
})

test('it works in the thread that the app has', { timeout: 30_000 }, async () => {
  const { target, append, finish } = recording(remuxerOn(realThread()))
  for (const piece of chunks()) append(piece)
  expect(await finish()).toBe(RECORDING_MS)
  expect(readFileSync(target).equals(await copiedAfterwards())).toBe(true)
})

test('of a few bytes none is made', async () => {
  const { target, copy, append, finish } = recording()
  append(chunks()[0]!)
  expect(await copy.giveUp()).toBe(false)
  expect(await finish()).toBeNull()
  expect(existsSync(target)).toBe(false)
})

test('one that is given up is removed, and stays so', async () => {
  const { target, copy, append, finish } = recording()
  const [first, ...rest] = chunks(20_000) as [Uint8Array, ...Uint8Array[]]
  append(first)
  append(rest[0]!)
  await expect.poll(() => existsSync(target)).toBe(true)
  expect(await copy.giveUp()).toBe(true)
  expect(existsSync(target)).toBe(false)
  for (const piece of rest.slice(1)) append(piece)
  expect(await finish()).toBeNull()
  expect(existsSync(target)).toBe(false)
})

test('one that is finished is not removed any more', async () => {
  const { target, copy, append, finish } = recording()
  for (const piece of chunks()) append(piece)
  await finish()
  expect(await copy.giveUp()).toBe(false)
  expect(existsSync(target)).toBe(true)
})

test('what makes no sense is not left out: there is no copy then', async () => {
  const { target, append, finish } = recording()
  const bytes = readFileSync(RECORDING)
  bytes.fill(0xff, 12_000, 30_000)
  append(bytes)
  expect(await finish()).toBeNull()
  expect(existsSync(target)).toBe(false)
})

test('when the thread ends, so does the copy, and nothing is left of it', async () => {
  const thread = realThread()
  const { target, append, finish } = recording(remuxerOn(thread))
  for (const piece of chunks().slice(0, -1)) append(piece)
  await expect.poll(() => existsSync(target), { timeout: 20_000 }).toBe(true)
  thread.dispose()
  expect(await finish()).toBeNull()
  expect(existsSync(target)).toBe(false)
}, 30_000)
