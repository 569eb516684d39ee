import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { BackgroundThread } from '../../../../electron/background/thread'

/** A thread that says how long the source's name is, dies of 'die', and fails at 'fail'. */
const STAND_IN = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', ({ id, args: [source] }) => {
    if (source === 'die') process.exit(1)
    if (source === 'never') return
    if (source === 'fail') parentPort.postMessage({ id, failure: 'cannot', code: 'ENOSPC' })
    else parentPort.postMessage({ id, result: { kind: 'copied', durationMs: source.length } })
  })`

function startThread(): { thread: BackgroundThread; started: () => number } {
  let count = 0
  const made = new BackgroundThread(() => {
    count += 1
    return new Worker(STAND_IN, { eval: true })
  })
  onTestFinished(() => made.dispose())
  return { thread: made, started: () => count }
}

test('one thread does all the work', async () => {
  const { thread, started } = startThread()
  thread.warmUp()
  thread.warmUp()
  const results = await Promise.all(
    ['a', 'bb', 'ccc'].map((source) => thread.run('remux', source, 'x')),
  )
  expect(results.map((result) => 'durationMs' in result && result.durationMs)).toEqual([1, 2, 3])
  expect(started()).toBe(1)
})

test('a job that fails is an error, and the next one is fine', async () => {
  const { thread, started } = startThread()
  await expect(thread.run('remux', 'fail', 'x')).rejects.toMatchObject({
    message: 'cannot',
    code: 'ENOSPC',
  })
  expect(await thread.run('remux', 'a', 'x')).toEqual({ kind: 'copied', durationMs: 1 })
  expect(started()).toBe(1)
})

test('when the thread dies its jobs fail, and the next job gets a new one', async () => {
  const { thread, started } = startThread()
  await expect(thread.run('remux', 'die', 'x')).rejects.toThrow('ended')
  expect(await thread.run('remux', 'a', 'x')).toEqual({ kind: 'copied', durationMs: 1 })
  expect(started()).toBe(2)
})

test('disposing of it ends what it was working on', async () => {
  const { thread } = startThread()
  const working = thread.run('remux', 'never', 'x')
  thread.dispose()
  await expect(working).rejects.toThrow('disposed')
})

test('a thread that was disposed of has nothing to say about the jobs of the next', async () => {
  const workers: Worker[] = []
  const thread = new BackgroundThread(() => {
    const worker = new Worker(STAND_IN, { eval: true })
    workers.push(worker)
    return worker
  })
  onTestFinished(() => thread.dispose())
  await thread.run('remux', 'a', 'x')
  thread.dispose()
  const working = thread.run('remux', 'bb', 'x')
  workers[0]!.emit('error', new Error('of the old one'))
  workers[0]!.emit('message', { id: 2, result: { kind: 'copied', durationMs: 7 } })
  expect(await working).toEqual({ kind: 'copied', durationMs: 2 })
})
