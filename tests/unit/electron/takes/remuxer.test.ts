import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { WorkerRemuxer } from '../../../../electron/takes/remuxer'

/** A thread that says how long the source's name is, dies of 'die', and fails at 'fail'. */
const STAND_IN = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', ({ id, source }) => {
    if (source === 'die') process.exit(1)
    if (source === 'never') return
    if (source === 'fail') parentPort.postMessage({ id, failure: 'cannot' })
    else parentPort.postMessage({ id, result: { kind: 'copied', durationMs: source.length } })
  })`

function remuxer(): { remuxer: WorkerRemuxer; started: () => number } {
  let count = 0
  const made = new WorkerRemuxer(() => {
    count += 1
    return new Worker(STAND_IN, { eval: true })
  })
  onTestFinished(() => made.dispose())
  return { remuxer: made, started: () => count }
}

test('one thread does all the work', async () => {
  const { remuxer: made, started } = remuxer()
  made.warmUp()
  made.warmUp()
  const results = await Promise.all(['a', 'bb', 'ccc'].map((source) => made.remux(source, 'x')))
  expect(results.map((result) => 'durationMs' in result && result.durationMs)).toEqual([1, 2, 3])
  expect(started()).toBe(1)
})

test('a job that fails is an error, and the next one is fine', async () => {
  const { remuxer: made, started } = remuxer()
  await expect(made.remux('fail', 'x')).rejects.toThrow('cannot')
  expect(await made.remux('a', 'x')).toEqual({ kind: 'copied', durationMs: 1 })
  expect(started()).toBe(1)
})

test('when the thread dies its jobs fail, and the next job gets a new one', async () => {
  const { remuxer: made, started } = remuxer()
  await expect(made.remux('die', 'x')).rejects.toThrow('ended')
  expect(await made.remux('a', 'x')).toEqual({ kind: 'copied', durationMs: 1 })
  expect(started()).toBe(2)
})

test('disposing of it ends what it was working on', async () => {
  const { remuxer: made } = remuxer()
  const working = made.remux('never', 'x')
  made.dispose()
  await expect(working).rejects.toThrow('disposed')
})
