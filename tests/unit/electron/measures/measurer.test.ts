import { expect, onTestFinished, test, vi } from 'vitest'
import { PauseSwitch, type WorkWatch } from '../../../../electron/background/workWatch'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { Measurer, type Measure } from '../../../../electron/measures/measurer'
import { readMeasures } from '../../../../electron/store/takes/measures'
import { setTakeDeleted } from '../../../../electron/store/takes/takes'
import { TakeFiles } from '../../../../electron/takes/takeFiles'
import { healthy } from '../takes/fixture'
import { NOW_MS, recordTake, start, trialStore } from '../store/fixture'
import { sampleMeasures } from '../../../helpers/sampleMeasures'
import { eventually } from '../../../helpers/eventually'

/** A measurer whose work ends when the test says so. */
function room({ pause }: { pause?: PauseSwitch } = {}) {
  const db = trialStore()
  const session = start(db)
  const files = new TakeFiles(dataFolderAt('/data'))
  const jobs: (Required<WorkWatch> & { file: string })[] = []
  const ends: {
    resolve: (measures: ReturnType<typeof sampleMeasures>) => void
    reject: (error: unknown) => void
  }[] = []
  const measure: Measure = (file, how) =>
    new Promise((resolve, reject) => {
      const watch = how as Required<WorkWatch>
      jobs.push({ file, ...watch })
      ends.push({ resolve, reject })
      watch.signal?.addEventListener('abort', () => reject(watch.signal?.reason))
    })
  const tell = vi.fn<(step: unknown) => void>()
  const health = { ...healthy(), hear: vi.fn<(error: unknown) => void>() }
  const measurer = new Measurer({ db, files, measure, health, tell, ...(pause && { pause }) })
  onTestFinished(() => measurer.dispose())
  const take = () => recordTake(db, session.id).id
  const fileOf = (takeId: string) => files.audio({ takeId, sessionId: session.id })
  const turn = () => eventually(() => Promise.resolve())
  return { db, health, measurer, jobs, ends, tell, take, fileOf, turn }
}

test('a take is measured once, and what was measured is stored before it is told', async () => {
  const { db, measurer, jobs, ends, tell, take, fileOf } = room()
  const takeId = take()
  expect(measurer.read(takeId)).toEqual({ state: 'measuring', share: 0 })
  expect(jobs.map(({ file }) => file)).toEqual([fileOf(takeId)])
  jobs[0]!.onProgress?.(0.5)
  expect(tell).toHaveBeenLastCalledWith({ takeId, measuring: { state: 'measuring', share: 0.5 } })
  expect(measurer.read(takeId)).toEqual({ state: 'measuring', share: 0.5 })
  expect(jobs).toHaveLength(1)

  tell.mockImplementation(() => expect(readMeasures(db, takeId).state).toBe('measured'))
  ends[0]!.resolve(sampleMeasures())
  const ready = { state: 'ready', measures: sampleMeasures(), usual: null }
  await eventually(() => expect(tell).toHaveBeenLastCalledWith({ takeId, measuring: ready }))
  expect(measurer.read(takeId)).toEqual(ready)
  expect(jobs).toHaveLength(1)
})

test('the take that is looked at comes first, then those that make up what is usual', async () => {
  const { measurer, jobs, ends, tell, take, fileOf } = room()
  const [first, second, third, fourth, other] = [take(), take(), take(), take(), take()]
  measurer.measureLater(other)
  measurer.measureLater(first)
  measurer.read(fourth)
  for (let index = 0; index < 5; index += 1) {
    await eventually(() => expect(jobs).toHaveLength(index + 1))
    ends[index]!.resolve(sampleMeasures({ timeToFirstWordMs: 1000 + index }))
  }
  const order = [other, fourth, third, second, first]
  expect(jobs.map(({ file }) => file)).toEqual(order.map(fileOf))
  // With the third of them it is known what is usual: the page hears of it.
  await eventually(() =>
    expect(tell).toHaveBeenLastCalledWith({
      takeId: fourth,
      measuring: expect.objectContaining({
        state: 'ready',
        usual: expect.objectContaining({ takeCount: 3, timeToFirstWordMs: 1003 }) as unknown,
      }) as unknown,
    }),
  )
})

test('sound that cannot be read is not tried again; any other failure is', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { measurer, jobs, ends, tell, take } = room()
  const [broken, unlucky] = [take(), take()]
  measurer.read(broken)
  ends[0]!.reject(Object.assign(new Error('No sound'), { code: 'NOT_SOUND' }))
  await eventually(() =>
    expect(tell).toHaveBeenCalledWith({ takeId: broken, measuring: { state: 'impossible' } }),
  )
  expect(measurer.read(broken)).toEqual({ state: 'impossible' })
  expect(jobs).toHaveLength(1)

  measurer.read(unlucky)
  await eventually(() => expect(jobs).toHaveLength(2))
  ends[1]!.reject(new Error('The thread broke'))
  await eventually(() =>
    expect(tell).toHaveBeenCalledWith({ takeId: unlucky, measuring: { state: 'impossible' } }),
  )
  expect(measurer.read(unlucky)).toEqual({ state: 'measuring', share: 0 })
})

test('a take that is deleted is given up, whether it waits or is worked on', async () => {
  const { db, measurer, jobs, tell, take, turn } = room()
  const [running, waiting] = [take(), take()]
  measurer.measureNext(running)
  measurer.measureLater(waiting)
  for (const takeId of [running, waiting]) setTakeDeleted(db, { takeId, deletedAtMs: NOW_MS })
  measurer.dropDeleted()
  expect(jobs[0]!.signal?.aborted).toBe(true)
  await turn()
  expect(jobs).toHaveLength(1)
  expect(tell).not.toHaveBeenCalled()
  expect(measurer.read(running)).toEqual({ state: 'impossible' })
  // Brought back, it can be measured after all.
  setTakeDeleted(db, { takeId: running, deletedAtMs: null })
  expect(measurer.read(running)).toEqual({ state: 'measuring', share: 0 })
})

test('a database that cannot be read is no reason for whoever saved a take to fail', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { db, health, measurer, jobs, take } = room()
  const takeId = take()
  db.exec('ALTER TABLE measures RENAME TO away')
  expect(() => measurer.measureNext(takeId)).not.toThrow()
  await eventually(() => expect(said).toHaveBeenCalledTimes(2))
  // What it met may be damage, for which nothing more is built on the database.
  expect(health.hear).toHaveBeenCalledWith(expect.objectContaining({ code: 'SQLITE_ERROR' }))
  expect(jobs).toHaveLength(0)
  // Once it can be read again, what is looked at is measured.
  db.exec('ALTER TABLE away RENAME TO measures')
  expect(measurer.read(takeId)).toEqual({ state: 'measuring', share: 0 })
  expect(jobs).toHaveLength(1)
})

test('when the app closes nothing more is written', async () => {
  const { db, measurer, ends, tell, take, turn } = room()
  const takeId = take()
  measurer.read(takeId)
  measurer.dispose()
  ends[0]!.resolve(sampleMeasures())
  await turn()
  expect(readMeasures(db, takeId)).toEqual({ state: 'unmeasured' })
  expect(tell).not.toHaveBeenCalled()
})

test('nothing is measured while a take is recorded, and what was asked for comes after it', async () => {
  const pause = new PauseSwitch()
  const { measurer, jobs, take, turn } = room({ pause })
  pause.holdFor('the take that is recorded')
  expect(measurer.read(take())).toEqual({ state: 'measuring', share: 0 })
  await turn()
  expect(jobs).toHaveLength(0)
  pause.releaseFor('the take that is recorded')
  await eventually(() => expect(jobs).toHaveLength(1))
})
