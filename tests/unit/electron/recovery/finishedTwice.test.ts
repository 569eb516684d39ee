import { readdirSync, readFileSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import { reconcile } from '../../../../electron/recovery/reconcile'
import { recoverTakes } from '../../../../electron/recovery/recoverTakes'
import { findTake } from '../../../../electron/store/takes/takes'
import { TakeWriter } from '../../../../electron/takes/takeWriter'
import {
  crashedTake,
  RECORDING,
  RECORDING_MS,
  refOf,
  rowCount,
  statedMs,
  studio,
  withLostDatabase,
} from '../takes/fixture'

/*
 * A take that a crash left open is finished after the next start, and by whoever asks for it too:
 * both write to the same files.
 */

const ROUNDS = 10

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

test('a take that is recovered while somebody finishes it is finished once, for both', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const room = studio()
    const take = crashedTake(room, readFileSync(RECORDING))
    const remux = vi.spyOn(room.remuxer, 'remux')
    const writer = new TakeWriter(room)
    const work = [() => recoverTakes(room, [take]), () => writer.finish(take.id)]
    const answers = await Promise.all((round % 2 ? work.toReversed() : work).map((each) => each()))
    expect(answers.flat()).toHaveLength(2)
    for (const answer of answers.flat()) {
      expect(answer).toMatchObject({ state: 'ready', durationMs: RECORDING_MS })
    }
    expect(remux).toHaveBeenCalledOnce()
    expect(await statedMs(room.files.audio(refOf(take)))).toBeCloseTo(RECORDING_MS, 0)
    room.records.flush()
    const names = readdirSync(room.files.folder(room.sessionId))
    expect(names.filter((name) => /\.(part|draft)$/.test(name))).toEqual([])
    remux.mockRestore()
  }
})

test('one without sound is forgotten once, and whoever wanted to finish it hears that', async () => {
  const room = studio()
  const take = crashedTake(room, new Uint8Array(0))
  const writer = new TakeWriter(room)
  const [recovered, finished] = await Promise.allSettled([
    recoverTakes(room, [take]),
    writer.finish(take.id),
  ])
  expect(recovered).toMatchObject({ status: 'fulfilled', value: [] })
  expect(finished).toMatchObject({ status: 'rejected', reason: { code: 'NOT_FOUND' } })
  expect(rowCount(room.db)).toBe(0)
})

test('a take that is found again twice at the same time is found', async () => {
  const room = studio()
  const take = crashedTake(room, readFileSync(RECORDING))
  const lost = withLostDatabase(room)
  const found = {
    unknown: [refOf(take)],
    doubtful: [],
    unrecorded: [],
    unrecordedSessions: [],
    unrecordedQuestions: [],
    isLibraryRecorded: true,
  }
  await Promise.all([reconcile(lost, found), reconcile(lost, found)])
  expect(findTake(lost.db, take.id)).toMatchObject({ state: 'ready', durationMs: RECORDING_MS })
  expect(rowCount(lost.db)).toBe(1)
})
