import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import {
  isDiskFull,
  isNetworkProblem,
  lastLines,
  requireRoom,
  writing,
} from '../../scripts/setup/failures.mjs'
import { problemOf } from './helpers/problem'
import { scratchFolder } from './helpers/scratch'

describe('telling failures apart', () => {
  test.each([
    'npm error code ENOTFOUND',
    'npm error network request to the registry failed, reason: connect ECONNREFUSED',
    'TypeError: fetch failed',
    'HTTPError: Response code 404 (Not Found)',
    'TypeError: terminated',
    'self-signed certificate in certificate chain',
  ])('the network: %s', (output) => {
    expect(isNetworkProblem(output)).toBe(true)
    expect(isDiskFull(output)).toBe(false)
  })

  test.each([
    'npm error code ENOSPC',
    '/tmp/x.s: fatal error: No space left on device',
    'E: You don’t have enough free space in /var/cache/apt/archives/.',
  ])('the disk: %s', (output) => {
    expect(isDiskFull(output)).toBe(true)
    expect(isNetworkProblem(output)).toBe(false)
  })

  test('looks at the code and the cause of an error, too', () => {
    const inner = Object.assign(new Error('write failed'), { code: 'ENOSPC' })
    expect(isDiskFull(inner)).toBe(true)
    expect(isDiskFull(new Error('could not unpack', { cause: inner }))).toBe(true)
    expect(isDiskFull(new Error('something else'))).toBe(false)
  })
})

test('of a long output the last lines are kept, without the stack', () => {
  const output = 'one\n\ntwo\nthree\n  four  \n    at file.js:1:2\n\nNode.js v24.21.0\n'
  expect(lastLines(output)).toBe('two\n  three\n  four')
})

test('other errors than a full disk pass through unchanged', async () => {
  const error = new TypeError('a bug')
  await expect(writing('/folder', () => Promise.reject(error))).rejects.toBe(error)
})

test.runIf(process.platform === 'linux')(
  'a real full disk becomes words (on Linux, which has /dev/full)',
  async () => {
    const { message, error } = await problemOf(() =>
      writing('/the/cache', () => writeFile('/dev/full', 'x')),
    )
    expect(message).toBe('The disk is full: there was no room to write in /the/cache.')
    expect(error.cause).toMatchObject({ code: 'ENOSPC' })
  },
)

test('room that is there passes, room that is not there does not', async () => {
  const folder = scratchFolder()
  await requireRoom(folder, 0)
  expect((await problemOf(() => requireRoom(folder, 1e12))).message).toContain(folder)
})
