import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answer } from '../../../../electron/ipc/answerRequest'
import { replyError } from '../../../../electron/ipc/replyError'
import { AppError } from '../../../../shared/errors'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

const TAKE_ID = '0190a8f0-0000-7000-8000-000000000002'

test.each([
  [new AppError('TAKE_OUT_OF_ORDER', 'Chunk 7'), 'TAKE_OUT_OF_ORDER'],
  [Object.assign(new Error(), { code: 'ENOSPC' }), 'DISK_FULL'],
  [Object.assign(new Error(), { code: 'EDQUOT' }), 'DISK_FULL'],
  [Object.assign(new Error(), { code: 'SQLITE_FULL' }), 'DISK_FULL'],
  [Object.assign(new Error(), { code: 'EACCES' }), 'DISK_REFUSED'],
  [Object.assign(new Error(), { code: 'EPERM' }), 'DISK_REFUSED'],
  [Object.assign(new Error(), { code: 'EROFS' }), 'DISK_REFUSED'],
  [Object.assign(new Error(), { code: 'SQLITE_READONLY_DBMOVED' }), 'DISK_REFUSED'],
  [Object.assign(new Error(), { code: 'EBUSY' }), 'DISK_REFUSED'],
  [Object.assign(new Error(), { code: 'EIO' }), 'DISK_REFUSED'],
  [Object.assign(new Error(), { code: 'SQLITE_IOERR_WRITE' }), 'DISK_REFUSED'],
  [Object.assign(new Error(), { code: 'SQLITE_IOERR_SHMSIZE' }), 'DISK_FULL'],
  [Object.assign(new Error(), { code: 'SQLITE_IOERR_SHORT_READ' }), 'DATA_DAMAGED'],
  // As an error is that comes from another thread.
  [Object.assign(new Error('SqliteError: malformed'), { code: 'SQLITE_CORRUPT' }), 'DATA_DAMAGED'],
  [Object.assign(new Error('AppError: malformed'), { code: 'DATA_DAMAGED' }), 'DATA_DAMAGED'],
  [Object.assign(new Error(), { code: 'ENOENT' }), 'INTERNAL'],
  [Object.assign(new Error(), { code: 42 }), 'INTERNAL'],
  [new TypeError('x is not a function'), 'INTERNAL'],
  ['a string', 'INTERNAL'],
  [undefined, 'INTERNAL'],
])('%s becomes a code of the contract', (error, code) => {
  expect(replyError(error)).toEqual({ code, detail: expect.any(String) as string })
})

test("a good request gets the handler's answer, and only what the contract names", async () => {
  const reply = await answer(
    'app.about',
    () => ({ version: '1', dataFolder: '/data', platform: 'linux' }),
    undefined,
  )
  expect(reply).toEqual({
    ok: true,
    value: { version: '1', dataFolder: '/data', platform: 'linux' },
  })
})

test.each([
  undefined,
  null,
  'takeId',
  {},
  { takeId: '../../etc/passwd' },
  { takeId: 7 },
  { takeId: TAKE_ID, more: true },
])('bad input never reaches the handler: %j', async (input) => {
  const handler = vi.fn()
  expect(await answer('takes.delete', handler, input)).toMatchObject({
    ok: false,
    error: { code: 'BAD_REQUEST' },
  })
  expect(handler).not.toHaveBeenCalled()
})

test.each([new Map(), new Date(0), new Uint8Array(4_000_000), new ArrayBuffer(1), /x/])(
  'what is more than an object with fields is bad input, even where no field is needed: %s',
  async (input) => {
    const handler = vi.fn()
    const reply = await answer('settings.change', handler, input)
    expect(reply).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } })
    expect(handler).not.toHaveBeenCalled()
  },
)

test('the complaint about a bad input stays short, however much is wrong with it', async () => {
  const input = Object.fromEntries(Array.from({ length: 10_000 }, (_, key) => [`key ${key}`, key]))
  const reply = await answer('takes.delete', vi.fn(), input)
  expect(!reply.ok && reply.error.detail.length).toBe(500)
})

test('a chunk that is no bytes, or too many, is bad input', async () => {
  const handler = vi.fn()
  const chunk = { takeId: TAKE_ID, sequence: 0, peaks: new Uint8Array() }
  for (const audio of ['text', [1, 2], new Uint8Array(5 * 1024 * 1024)]) {
    expect(await answer('takes.append', handler, { ...chunk, audio })).toMatchObject({
      error: { code: 'BAD_REQUEST' },
    })
  }
  expect(handler).not.toHaveBeenCalled()
})

test('an answer that breaks the contract is an internal error, and is logged', async () => {
  const reply = await answer('app.about', () => ({ version: 1 }) as never, undefined)
  expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
  expect(console.error).toHaveBeenCalled()
})

test('what a handler throws, at once or later, keeps its code', async () => {
  const gone = new AppError('NOT_FOUND')
  const input = { takeId: TAKE_ID }
  const expected = { ok: false, error: { code: 'NOT_FOUND', detail: gone.message } }
  expect(await answer('takes.delete', () => Promise.reject(gone), input)).toEqual(expected)
  const throwing = () => {
    throw gone
  }
  expect(await answer('takes.delete', throwing, input)).toEqual(expected)
})
