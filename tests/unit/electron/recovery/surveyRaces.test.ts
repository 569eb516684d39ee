import { existsSync, readdirSync } from 'node:fs'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { reconcile } from '../../../../electron/recovery/reconcile'
import { findTake, setTakeDeleted } from '../../../../electron/store/takes/takes'
import { TakeWriter } from '../../../../electron/takes/takeWriter'
import { realThread } from '../background/realThread'
import { beginTake } from '../store/fixture'
import {
  chunks,
  purgeIn,
  RECORDING_MS,
  refOf,
  rowCount,
  storedTake,
  studioOnDisk,
} from '../takes/fixture'

/*
 * The library is looked through while takes come and go: a real thread reads rows first and folders
 * then, and what it saw is acted on later still.
 */

const ROUNDS = 8
const PEAKS = new Uint8Array([0x81, 0x7f])

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

function library() {
  const room = studioOnDisk()
  const thread = realThread()
  const writer = new TakeWriter(room)
  onTestFinished(() => writer.closeAll())
  const survey = () => thread.run('survey', dataFolderAt(room.dataFolder))
  const begin = async () => {
    const take = beginTake(room.db, room.sessionId)
    await writer.begin(take)
    return take
  }
  const record = async (takeId: string) => {
    for (const [sequence, audio] of chunks(8000).entries()) {
      await writer.append(takeId, { sequence, audio, peaks: PEAKS })
    }
  }
  return { room, writer, survey, begin, record }
}

test('takes that are begun, finished, taken back or deleted meanwhile are what they are', async () => {
  const { room, writer, survey, begin, record } = library()
  const finished: string[] = []
  const gone: string[] = []
  await survey() // the thread is there from now on
  for (let round = 0; round < ROUNDS; round += 1) {
    const deleted = storedTake(room)
    const seen = survey()
    const [kept, empty] = [await begin(), await begin()]
    await record(kept.id)
    // What is seen is acted on at another moment of a take's life each time.
    const acts = [
      () => writer.finish(kept.id),
      () => writer.abandon(empty.id),
      async () => {
        setTakeDeleted(room.db, { takeId: deleted.id, deletedAtMs: 1 })
        await purgeIn(room).removeEverythingDeleted()
      },
      async () => void (await reconcile(room, await seen)),
    ]
    const order = acts.map((_, index) => acts[(index + round) % acts.length]!)
    await Promise.all(order.map((act) => act()))
    await reconcile(room, await seen)
    finished.push(kept.id)
    gone.push(empty.id, deleted.id)
  }
  room.records.flush()
  for (const takeId of finished) {
    expect(findTake(room.db, takeId)).toMatchObject({ state: 'ready', durationMs: RECORDING_MS })
  }
  const files = readdirSync(room.files.folder(room.sessionId))
  expect(rowCount(room.db)).toBe(finished.length)
  expect(gone.flatMap((id) => files.filter((name) => name.startsWith(id)))).toEqual([])
  expect(await survey()).toMatchObject({ unknown: [], doubtful: [], unrecorded: [] })
})

test('a take that is being recorded when its folder was looked through goes on', async () => {
  const { room, writer, survey, begin, record } = library()
  const take = await begin()
  const seen = await survey()
  expect(seen).toMatchObject({ unknown: [], doubtful: [] })
  // The worst that could be seen: no row, for it was read a moment before there was one.
  await reconcile(room, { ...seen, unknown: [refOf(take)], doubtful: [refOf(take)] })
  expect(existsSync(room.files.part(refOf(take)))).toBe(true)
  await record(take.id)
  expect(await writer.finish(take.id)).toMatchObject({ state: 'ready', durationMs: RECORDING_MS })
})
