import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { remux } from '../../../../electron/sound/remux'
import { opusPackets } from '../../../../electron/sound/webm'
import { temporaryFolder } from '../store/fixture'
import {
  copyRecording,
  cutRecording,
  hasIndex,
  RECORDING,
  RECORDING_MS,
  statedMs,
} from '../takes/fixture'

async function packetsOf(path: string): Promise<string> {
  const packets: Buffer[] = []
  for await (const { bytes } of opusPackets(path)) packets.push(Buffer.from(bytes))
  return Buffer.concat(packets).toString('base64')
}

test('the copy has a length, an index, and the very same sound', async () => {
  const folder = temporaryFolder()
  const target = join(folder, 'copy.webm')
  expect(await statedMs(RECORDING)).toBeNull()
  expect(hasIndex(RECORDING)).toBe(false)

  expect(await remux(RECORDING, target)).toEqual({ kind: 'copied', durationMs: RECORDING_MS })
  expect(await statedMs(target)).toBe(RECORDING_MS)
  expect(hasIndex(target)).toBe(true)
  expect(await packetsOf(target)).toBe(await packetsOf(RECORDING))
})

test.each([0.9, 0.5, 0.1])('of a recording cut at %d all that is there is kept', async (share) => {
  const folder = temporaryFolder()
  const target = join(folder, 'copy.webm')
  const result = await remux(cutRecording(folder, share), target)
  expect(result).toMatchObject({ kind: 'copied', durationMs: expect.any(Number) as number })
  const { durationMs } = result as { durationMs: number }
  // A packet is 60 ms; more than one may not be missing.
  expect(Math.abs(durationMs - RECORDING_MS * share)).toBeLessThanOrEqual(120)
  expect(await statedMs(target)).toBe(durationMs)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['one byte', readFileSync(RECORDING).subarray(0, 1)],
  ['a head without a body', readFileSync(RECORDING).subarray(0, 150)],
  ['zeros', Buffer.alloc(50_000)],
  ['something else', Buffer.from('RIFF....WAVEfmt '.repeat(1000))],
])('a file with %s is empty, and makes no copy', async (_what, bytes) => {
  const folder = temporaryFolder()
  const source = join(folder, 'strange.part')
  const target = join(folder, 'copy.webm')
  writeFileSync(source, bytes)
  expect(await remux(source, target)).toEqual({ kind: 'empty' })
  expect(existsSync(target)).toBe(false)
})

test('a file that cannot be read is an error, not an empty one', async () => {
  const folder = temporaryFolder()
  await expect(remux(join(folder, 'none'), join(folder, 'copy'))).rejects.toMatchObject({
    code: 'ENOENT',
  })
})

test('what a reader skips over is not thrown away', async () => {
  const folder = temporaryFolder()
  const source = copyRecording(folder)
  const bytes = readFileSync(source)
  bytes.fill(0xff, 12_000, 20_000)
  writeFileSync(source, bytes)
  const result = await remux(source, join(folder, 'copy.webm'))
  expect(result).toMatchObject({ kind: 'kept' })
  expect((result as { durationMs: number }).durationMs).toBeGreaterThan(1000)
  expect(existsSync(join(folder, 'copy.webm'))).toBe(false)
})

test('when the copy cannot be written, the length is known all the same', async () => {
  const target = join(temporaryFolder(), 'no-such-folder', 'copy.webm')
  expect(await remux(RECORDING, target)).toMatchObject({ kind: 'kept', durationMs: RECORDING_MS })
})
