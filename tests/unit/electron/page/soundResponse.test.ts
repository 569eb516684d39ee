import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, readlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { soundResponse } from '../../../../electron/page/soundResponse'
import { temporaryFolder } from '../store/fixture'
import { eventually } from '../../../helpers/eventually'

/** Larger than several reads. */
const SIZE = 1_000_003

function soundFile(size = SIZE): string {
  const path = join(temporaryFolder(), 'take.webm')
  writeFileSync(
    path,
    Uint8Array.from({ length: size }, (_, index) => index % 251),
  )
  return path
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Whether this process still holds the file open; only Linux tells. */
function isOpen(path: string): boolean {
  return readdirSync('/proc/self/fd').some((descriptor) => {
    try {
      return readlinkSync(join('/proc/self/fd', descriptor)) === path
    } catch {
      return false
    }
  })
}

test('without a range the whole file comes', async () => {
  const path = soundFile()
  const response = await soundResponse(path, null)
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Length')).toBe(String(SIZE))
  expect(response.headers.get('Accept-Ranges')).toBe('bytes')
  expect(response.headers.get('Content-Type')).toBe('audio/webm')
  expect(hash(await response.bytes())).toBe(hash(readFileSync(path)))
})

test.each([
  ['bytes=0-', 0, SIZE - 1],
  ['bytes=10-19', 10, 19],
  ['bytes=131071-131073', 131_071, 131_073],
  ['bytes=-5', SIZE - 5, SIZE - 1],
])('the range %s is answered in part', async (range, first, last) => {
  const path = soundFile()
  const response = await soundResponse(path, range)
  expect(response.status).toBe(206)
  expect(response.headers.get('Content-Range')).toBe(`bytes ${first}-${last}/${SIZE}`)
  expect(response.headers.get('Content-Length')).toBe(String(last - first + 1))
  expect(hash(await response.bytes())).toBe(hash(readFileSync(path).subarray(first, last + 1)))
})

test('a range outside of the file is 416', async () => {
  const response = await soundResponse(soundFile(), `bytes=${SIZE}-`)
  expect(response.status).toBe(416)
  expect(response.headers.get('Content-Range')).toBe(`bytes */${SIZE}`)
})

test('an empty file is an empty answer', async () => {
  const response = await soundResponse(soundFile(0), null)
  expect(response.status).toBe(200)
  expect(await response.bytes()).toHaveLength(0)
})

test('a missing file is 404', async () => {
  expect((await soundResponse(join(temporaryFolder(), 'none'), null)).status).toBe(404)
})

test('a file that shrinks while it is read ends early', async () => {
  const path = soundFile()
  const response = await soundResponse(path, null)
  truncateSync(path, 10)
  expect(await response.bytes()).toHaveLength(10)
})

test.runIf(process.platform === 'linux')(
  'the file is closed at the end and on cancel',
  async () => {
    const read = soundFile()
    await (await soundResponse(read, null)).bytes()
    expect(isOpen(read)).toBe(false)

    const cancelled = soundFile()
    const reader = (await soundResponse(cancelled, null)).body!.getReader()
    await reader.read()
    expect(isOpen(cancelled)).toBe(true)
    await reader.cancel()
    expect(isOpen(cancelled)).toBe(false)

    const refused = soundFile()
    await soundResponse(refused, `bytes=${SIZE}-`)
    await eventually(() => expect(isOpen(refused)).toBe(false))
  },
)
