import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { BackgroundThread } from '../../../../electron/background/thread'
import { recoveryHandlers } from '../../../../electron/ipc/handlers/recovery'
import { Recovery } from '../../../../electron/recovery/recovery'
import type { Opened } from '../../../../electron/recovery/rescueDatabase'
import { readSettings } from '../../../../electron/store/settings'
import { findTake, removeTakeRow, setTakeNotes } from '../../../../electron/store/takes/takes'
import { realThread } from '../background/realThread'
import { NOW_MS } from '../store/fixture'
import {
  crashedTake,
  healthy,
  RECORDING,
  RECORDING_MS,
  refOf,
  storedTake,
  studioOnDisk,
} from '../takes/fixture'
import { eventually } from '../../../helpers/eventually'

const SURVEY_AFTER_MS = 3000

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
})

function start(room = studioOnDisk(), health = healthy()) {
  const onChanged = vi.fn<() => void>()
  const recovery = new Recovery({
    ...room,
    dataFolder: dataFolderAt(room.dataFolder),
    thread: realThread(),
    health,
    onChanged,
  })
  const app = recoveryHandlers({ db: room.db, recovery })
  return { room, recovery, onChanged, app }
}

function rescued({ db }: ReturnType<typeof studioOnDisk>): Opened {
  const rescue = { found: 'damaged', movedTo: 'damaged/x', backupAtMs: NOW_MS } as const
  const caughtUp = { undecidedTakes: [], unrecordedTakes: [], areSettingsFound: false }
  return { kind: 'rescued', db, rescue, caughtUp }
}

test('a sound database is nothing to speak of, and takes are not looked for', async () => {
  const { room, recovery, app } = start()
  const take = storedTake(room)
  removeTakeRow(room.db, take.id)
  await recovery.findLostTakes({ kind: 'sound', db: room.db, isChecked: true, isForked: false })
  expect(await app['recovery.database'](undefined)).toBeNull()
  expect(findTake(room.db, take.id)).toBeNull()
})

test('after a rescue takes are found, it is told of until that was read, and nobody is new', async () => {
  const { room, recovery, app } = start()
  const take = storedTake(room, { notes: 'Kept' })
  removeTakeRow(room.db, take.id)
  await recovery.findLostTakes(rescued(room))
  const told = {
    found: 'damaged',
    movedTo: 'damaged/x',
    backupAtMs: NOW_MS,
    takesFound: 1,
    takesUndecided: 0,
    takesUnrecorded: 0,
    areSettingsFound: false,
  }
  expect(await app['recovery.database'](undefined)).toEqual(told)
  expect(await app['recovery.database'](undefined)).toEqual(told)
  expect(findTake(room.db, take.id)).toMatchObject({ notes: 'Kept' })
  expect(readSettings(room.db).welcomed).toBe(true)
  await app['recovery.settleDatabase'](undefined)
  expect(await app['recovery.database'](undefined)).toBeNull()
})

test('where there was nothing to find, somebody may well be new', async () => {
  const { room, recovery } = start()
  await recovery.findLostTakes(rescued(room))
  expect(recovery.database?.takesFound).toBe(0)
  expect(readSettings(room.db).welcomed).toBe(false)
})

test('when the takes cannot be looked for, it starts all the same and says what it knows', async () => {
  const { room, recovery } = start()
  writeFileSync(join(room.dataFolder, 'takes'), 'a file where the folder should be')
  await recovery.findLostTakes(rescued(room))
  expect(recovery.database).toMatchObject({ found: 'damaged', takesFound: 0 })
})

test('takes that a crash left open are finished once the window is there', async () => {
  const { room, recovery, onChanged, app } = start()
  const take = crashedTake(room, readFileSync(RECORDING))
  let show = (): void => {}
  recovery.finishCrashedTakes(new Promise<void>((resolve) => (show = resolve)))
  // One that is begun meanwhile is nobody's to finish.
  const newer = crashedTake(room, new Uint8Array(0))
  const list = app['recovery.list'](undefined)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(findTake(room.db, take.id)?.state).toBe('recording')
  show()
  expect(await list).toMatchObject([
    {
      take: { id: take.id, state: 'ready', durationMs: RECORDING_MS },
      question: expect.any(String) as string,
    },
  ])
  expect(onChanged).toHaveBeenCalledOnce()
  expect(findTake(room.db, newer.id)?.state).toBe('recording')

  await app['recovery.settle']({ takeId: take.id })
  expect(await app['recovery.list'](undefined)).toEqual([])
})

test('when nothing was left open nobody is told', async () => {
  const { room, recovery, onChanged } = start()
  crashedTake(room, new Uint8Array(0)) // without sound: forgotten
  recovery.finishCrashedTakes(Promise.resolve())
  await recovery.takesSettled
  expect(onChanged).not.toHaveBeenCalled()
})

test('a while after the start the library is looked through, and the page told of what changed', async () => {
  const { room, recovery, onChanged } = start()
  const [lost, gone, unrecorded] = [storedTake(room), storedTake(room), storedTake(room)]
  removeTakeRow(room.db, lost.id)
  rmSync(room.files.audio(refOf(gone)))
  rmSync(room.files.record(refOf(unrecorded)))
  setTakeNotes(room.db, { takeId: gone.id, notes: 'Still here' })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  recovery.surveyLater()
  vi.advanceTimersByTime(SURVEY_AFTER_MS)
  vi.useRealTimers()
  await eventually(() => expect(onChanged).toHaveBeenCalledOnce())
  expect(findTake(room.db, lost.id)?.state).toBe('ready')
  expect(findTake(room.db, gone.id)).toMatchObject({ state: 'damaged', notes: 'Still here' })
  expect(readFileSync(room.files.record(refOf(unrecorded)), 'utf8')).toContain(unrecorded.id)
})

test('not after it was disposed of', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { room, recovery, onChanged } = start()
  removeTakeRow(room.db, storedTake(room).id)
  recovery.surveyLater()
  recovery.dispose()
  vi.advanceTimersByTime(2 * SURVEY_AFTER_MS)
  vi.useRealTimers()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(onChanged).not.toHaveBeenCalled()
})

test('what a damaged database does not know is left to the next start', async () => {
  const health = healthy()
  const { room, recovery, onChanged } = start(studioOnDisk(), health)
  const lost = storedTake(room)
  removeTakeRow(room.db, lost.id)
  const surveyed = vi.spyOn(BackgroundThread.prototype, 'run')
  onTestFinished(() => surveyed.mockRestore())
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  recovery.surveyLater()
  vi.advanceTimersByTime(SURVEY_AFTER_MS)
  vi.useRealTimers()
  await eventually(() => expect(surveyed).toHaveBeenCalledOnce())
  health.isDamaged = true // a request has met it meanwhile
  await surveyed.mock.results[0]!.value
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(findTake(room.db, lost.id)).toBeNull()
  expect(onChanged).not.toHaveBeenCalled()
})
