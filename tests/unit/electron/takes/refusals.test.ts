import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { backupHandlers } from '../../../../electron/ipc/handlers/backups'
import { takeHandlers } from '../../../../electron/ipc/handlers/takes'
import { Backups } from '../../../../electron/backups/backups'
import { answer } from '../../../../electron/ipc/answerRequest'
import { Reserve } from '../../../../electron/disk/reserve'
import { findTake, listRecordingTakes } from '../../../../electron/store/takes/takes'
import type { Measurer } from '../../../../electron/measures/measurer'
import { TakeWriter } from '../../../../electron/takes/takeWriter'
import type { ErrorCode } from '../../../../shared/errors'
import type { RequestInput, RequestName } from '../../../../shared/contract'
import { directThread } from '../background/directThread'
import { disk } from '../disk/refusingDisk'
import { NO_PROCESSING, temporaryFolder } from '../store/fixture'
import {
  chunks,
  healthy,
  purgeIn,
  RECORDING_MS,
  refOf,
  rowCount,
  storedTake,
  studioOnDisk,
} from './fixture'

vi.mock('electron', () => ({ Menu: {}, BrowserWindow: {} }))
vi.mock('node:fs', async (original) => {
  const { refusing } = await import('../disk/refusingDisk')
  return refusing(await original())
})
vi.mock('node:fs/promises', async (original) => {
  const { refusing } = await import('../disk/refusingDisk')
  return refusing(await original())
})

const CODES = ['EACCES', 'EROFS', 'EPERM', 'EBUSY']
/** A second is wanted, and most of it is waiting (see disk.test.ts); a busy machine needs more. */
const WITHIN_MS = 3000
const PEAKS = new Uint8Array([0x81, 0x7f])

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** The app's handlers over real files and a real database. */
function app() {
  const room = studioOnDisk()
  const { db, files, dataFolder } = room
  const purge = purgeIn({ db, files })
  onTestFinished(() => purge.dispose())
  const reserve = new Reserve(dataFolderAt(dataFolder))
  const takeWriter = new TakeWriter(room)
  onTestFinished(() => takeWriter.closeAll())
  // Right here: the file layer of a real thread is not this one.
  const thread = directThread()
  const backups = new Backups({
    db,
    dataFolder: dataFolderAt(dataFolder),
    thread,
    health: healthy(),
    soundOf: () => null,
    records: room.records,
  })
  const measurer = {
    dropDeleted: () => {},
    measureNext: () => {},
  } as unknown as Measurer
  const handlers = {
    ...takeHandlers({ ...room, takeFiles: files, takeWriter, reserve, purge, measurer }),
    ...backupHandlers({ backups, onLibraryChanged: () => {} }),
  }
  type Own = Extract<RequestName, keyof typeof handlers>
  /** Asks as the page does. @returns what came of it, which has to come soon */
  const ask = async <Name extends Own>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<ErrorCode | 'ok'> => {
    const beganAtMs = performance.now()
    const reply = await answer(name, handlers[name] as never, input)
    expect(performance.now() - beganAtMs).toBeLessThan(WITHIN_MS)
    return reply.ok ? 'ok' : reply.error.code
  }
  const begin = () =>
    ask('takes.begin', {
      sessionId: room.sessionId,
      questionId: 'trial/alpha',
      microphone: 'Desk microphone',
      processing: NO_PROCESSING,
    })
  return { room, ask, begin, folder: files.folder(room.sessionId) }
}

/** A take of which everything is recorded and nothing finished. */
async function recorded() {
  const { ask, begin, room, ...rest } = app()
  expect(await begin()).toBe('ok')
  const take = listRecordingTakes(room.db)[0]!
  for (const [sequence, audio] of chunks().entries()) {
    await ask('takes.append', { takeId: take.id, sequence, audio, peaks: PEAKS })
  }
  return { ask, begin, room, take, ...rest }
}

/** Without the records. */
function fileNames(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => !name.endsWith('.json'))
}

test.each(CODES.flatMap((code) => ['mkdir', '.part', '.peaks'].map((what) => [code, what])))(
  '%s for %s at the beginning of a take: no row and no file of it is left',
  async (code, what) => {
    const { begin, room, folder } = app()
    disk.refuse = (call, path) =>
      (call === what || path.endsWith(what)) && /mkdir|open/.test(call) ? code : null
    expect(await begin()).toBe('DISK_REFUSED')
    expect(rowCount(room.db)).toBe(0)
    expect(fileNames(folder)).toEqual([])
    disk.refuse = () => null
    expect(await begin()).toBe('ok')
  },
)

test.each(['write', 'sync'] as const)(
  'when a chunk cannot be stored (%s), nothing of it is',
  async (call) => {
    const { ask, room, take } = await recorded()
    const part = room.files.part(refOf(take))
    const before = statSync(part).size
    const probe = await open(join(temporaryFolder(), 'probe'), 'w')
    const prototype = Object.getPrototypeOf(probe) as FileHandle
    await probe.close()
    const refusal = Object.assign(new Error('EROFS'), { code: 'EROFS' })
    const spy = vi.spyOn(prototype, call).mockRejectedValue(refusal)
    const chunk = { takeId: take.id, sequence: chunks().length, audio: PEAKS, peaks: PEAKS }
    expect(await ask('takes.append', chunk)).toBe('DISK_REFUSED')
    spy.mockRestore()
    expect(statSync(part).size).toBe(before)
    expect(await ask('takes.append', chunk)).toBe('ok')
  },
)

test.each(CODES)(
  '%s for the renaming at its end: the recording stays, and can be finished',
  async (code) => {
    const { ask, room, take, folder } = await recorded()
    const part = room.files.part(refOf(take))
    const bytes = readFileSync(part)
    disk.refuse = (call) => (call === 'rename' ? code : null)
    expect(await ask('takes.finish', { takeId: take.id })).toBe('DISK_REFUSED')
    expect(findTake(room.db, take.id)?.state).toBe('recording')
    expect(readFileSync(part).equals(bytes)).toBe(true)
    expect(fileNames(folder)).toEqual([`${take.id}.part`, `${take.id}.peaks`])

    disk.refuse = () => null
    expect(await ask('takes.finish', { takeId: take.id })).toBe('ok')
    expect(findTake(room.db, take.id)).toMatchObject({ state: 'ready', durationMs: RECORDING_MS })
  },
)

test('a renaming that is refused for a moment only is done a moment later', async () => {
  const { ask, take } = await recorded()
  let refusals = 3
  disk.refuse = (call) => (call === 'rename' && refusals-- > 0 ? 'EBUSY' : null)
  expect(await ask('takes.finish', { takeId: take.id })).toBe('ok')
})

test('when a deletion, a rating or a note cannot be stored, that is said, and nothing is hidden', async () => {
  const { ask, room } = app()
  const { id: takeId } = storedTake(room, { notes: 'Kept' })
  room.db.pragma('query_only = 1')
  expect(await ask('takes.delete', { takeId })).toBe('DISK_REFUSED')
  expect(await ask('takes.rate', { takeId, rating: 2 })).toBe('DISK_REFUSED')
  expect(await ask('takes.annotate', { takeId, notes: 'Other' })).toBe('DISK_REFUSED')
  room.db.pragma('query_only = 0')
  expect(findTake(room.db, takeId)).toMatchObject({ notes: 'Kept', deletedAtMs: null })
})

test.each(['mkdirSync', 'openSync', 'renameSync'])(
  'a backup that is refused (%s) is an error with a code, and no half of it is left',
  async (refused) => {
    const { ask, room } = app()
    const folder = join(room.dataFolder, 'backups')
    disk.refuse = (call, path) => (call === refused && path.includes('backups') ? 'EACCES' : null)
    expect(await ask('backups.make', undefined)).toBe('DISK_REFUSED')
    expect(fileNames(folder)).toEqual([])
    disk.refuse = () => null
    expect(await ask('backups.make', undefined)).toBe('ok')
  },
)
