import { Worker } from 'node:worker_threads'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { JobQueue, type JobKind, type JobStep } from '../../../../electron/background/jobQueue'
import { BackgroundThread } from '../../../../electron/background/thread'
import { PauseSwitch, takeTurn, type WorkWatch } from '../../../../electron/background/workWatch'
import { eventually } from '../../../helpers/eventually'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** Work of three turns, which says after each how far it is, and what came of everything. */
function room(changes: Partial<JobKind<string>> = {}) {
  const said: string[] = []
  const kept: string[] = []
  const listeners = new Set<() => void>()
  const say = (words: string): void => {
    said.push(words)
    for (const listener of listeners) listener()
  }
  const kind: JobKind<string> = {
    name: 'trying',
    work: threeTurns,
    isWanted: () => true,
    keep: (id) => kept.push(id),
    onStep: (id, step) => say(wordsOf(id, step)),
    onGivenUp: (error) => say(`given up: ${(error as Error).message}`),
    ...changes,
  }
  const queue = new JobQueue(kind)
  onTestFinished(() => queue.dispose())
  /** Goes on as soon as it is said, before any job has another turn. */
  const heard = (pattern: RegExp) =>
    new Promise<void>((resolve) => {
      const listen = (): void => {
        if (!said.some((words) => pattern.test(words))) return
        listeners.delete(listen)
        resolve()
      }
      listeners.add(listen)
      listen()
    })
  const over = (id: string) => heard(new RegExp(`^${id} (done|failed|cancelled)`))
  return { queue, said, say, kept, heard, over }
}

async function threeTurns(id: string, watch: WorkWatch): Promise<string> {
  for (const share of [0.25, 0.5, 0.75]) {
    await takeTurn(watch)
    watch.onProgress?.(share)
  }
  return `result of ${id}`
}

function wordsOf(id: string, step: JobStep<string>): string {
  switch (step.state) {
    case 'running':
      return `${id} ${String(step.share)}`
    case 'failed':
      return `${id} failed: ${(step.error as Error).message}`
    case 'done':
      return `${id} done: ${step.result}`
    case 'cancelled':
      return `${id} cancelled`
  }
}

/** The ids in the order in which they were begun. */
function orderOf(said: readonly string[]): string[] {
  return said.filter((words) => words.endsWith('0.25')).map((words) => words.split(' ')[0]!)
}

test('a job says how far it is, and is kept before it is told to be done', async () => {
  const { queue, said, say, kept, heard, over } = room({
    onStep: (id, step) => {
      if (step.state === 'done') expect(kept).toEqual([id])
      say(wordsOf(id, step))
    },
  })
  queue.last(['a'])
  expect(queue.stateOf('a')).toEqual({ state: 'running', share: 0 })
  await heard(/^a 0.5/)
  expect(queue.stateOf('a')).toEqual({ state: 'running', share: 0.5 })
  await over('a')
  expect(said).toEqual(['a 0.25', 'a 0.5', 'a 0.75', 'a done: result of a'])
  expect(queue.stateOf('a')).toBeNull()
})

test('what is looked at comes before the backlog, and nothing is done twice', async () => {
  const { queue, said, over } = room()
  queue.last(['backlog-3', 'backlog-2'])
  queue.last(['backlog-1', 'backlog-2'])
  queue.first(['seen', 'beside-it'])
  queue.first(['seen-later', 'beside-it', 'backlog-3'])
  expect(queue.stateOf('backlog-1')).toEqual({ state: 'waiting' })
  await over('backlog-1')
  const order = ['backlog-3', 'seen-later', 'beside-it', 'seen', 'backlog-2', 'backlog-1']
  expect(orderOf(said)).toEqual(order)
})

test('one that waits is cancelled without having begun', async () => {
  const { queue, said, over } = room()
  queue.last(['a', 'b', 'c'])
  queue.cancel('b')
  expect(said).toEqual(['b cancelled'])
  queue.cancel('nothing')
  await over('c')
  expect(orderOf(said)).toEqual(['a', 'c'])
})

test('one that runs is cancelled, keeps nothing, and can be asked for again', async () => {
  const { queue, said, kept, over, heard } = room()
  queue.last(['a', 'b'])
  await heard(/^a 0.25/)
  queue.cancel('a')
  await over('a')
  expect(said.at(-1)).toBe('a cancelled')
  await over('b')
  expect(kept).toEqual(['b'])

  queue.last(['c'])
  queue.cancel('c')
  queue.last(['c'])
  expect(queue.stateOf('c')).toEqual({ state: 'waiting' })
  await eventually(() => expect(kept).toEqual(['b', 'c']))
})

test('work that does not hear the signal is not kept all the same', async () => {
  let finish = (): void => {}
  const deaf = new Promise<string>((resolve) => (finish = () => resolve('late')))
  const { queue, said, kept, over } = room({ work: () => deaf })
  queue.last(['a'])
  queue.cancel('a')
  finish()
  await over('a')
  expect([said, kept]).toEqual([['a cancelled'], []])
})

test('what is not wanted any more is given up, and what never was is not begun', async () => {
  const unwanted = new Set<string>(['never'])
  const { queue, said, over, heard } = room({ isWanted: (id) => !unwanted.has(id) })
  queue.last(['running', 'never', 'waiting', 'wanted'])
  await heard(/^running 0.25/)
  unwanted.add('running').add('waiting')
  queue.cancelUnwanted()
  await over('wanted')
  expect(orderOf(said)).toEqual(['running', 'wanted'])
  expect(said).toEqual(expect.arrayContaining(['running cancelled', 'waiting cancelled']))
})

test('one that fails, or cannot be kept, is told of, and the next has its turn', async () => {
  const { queue, said, over } = room({
    work: (id, watch) =>
      id === 'bad' ? Promise.reject(new Error('no sound')) : threeTurns(id, watch),
    keep: (id) => {
      if (id === 'unkept') throw new Error('disk full')
    },
  })
  queue.last(['bad', 'unkept', 'good'])
  await over('good')
  expect(said.filter((words) => words.includes('failed'))).toEqual([
    'bad failed: no sound',
    'unkept failed: disk full',
  ])
})

test('a thread that crashes fails the job it was at, and the next job gets a new thread', async () => {
  const DIES_OF_BAD = `
    const { parentPort } = require('node:worker_threads')
    parentPort.on('message', ({ id, args }) => {
      if (args?.[0] === 'bad') process.exit(1)
      parentPort.postMessage({ id, progress: 0.25 })
      parentPort.postMessage({ id, result: 'measured ' + args[0] })
    })`
  const thread = new BackgroundThread(() => new Worker(DIES_OF_BAD, { eval: true }))
  onTestFinished(() => thread.dispose())
  const { queue, said, over } = room({
    work: (id, watch) =>
      thread.runWatched('measure', watch, id) as Promise<unknown> as Promise<string>,
  })
  queue.last(['bad', 'good'])
  await over('good')
  expect(said).toEqual([
    'bad failed: The background thread ended',
    'good 0.25',
    'good done: measured good',
  ])
})

test('when it cannot be told what is wanted, nobody waits, and it is tried again when asked', async () => {
  let isReadable = false
  const { queue, said, over } = room({
    isWanted: () => {
      if (!isReadable) throw new Error('database disk image is malformed')
      return true
    },
  })
  expect(() => queue.first(['a', 'b'])).not.toThrow()
  expect(queue.stateOf('b')).toBeNull()
  expect(said).toEqual(['given up: database disk image is malformed'])
  isReadable = true
  queue.first(['a'])
  await over('a')
  expect(orderOf(said)).toEqual(['a'])
})

test('while it is paused nothing begins, and what runs rests where it is', async () => {
  const pause = new PauseSwitch()
  const { queue, said, over, heard } = room({ pause })
  const aWhile = () => new Promise((resolve) => setTimeout(resolve, 30))
  queue.last(['a', 'b'])
  await heard(/^a 0.25/)
  pause.holdFor('take 1')
  pause.holdFor('take 1')
  pause.holdFor('take 2')
  await aWhile()
  const rested = [...said]
  pause.releaseFor('take 1')
  await aWhile()
  expect(said).toEqual(rested)
  pause.releaseFor('take 2')
  await over('a')
  expect(said.filter((words) => words === 'a 0.25')).toHaveLength(1)

  pause.holdFor('take 3')
  queue.last(['c'])
  await aWhile()
  expect(orderOf(said)).not.toContain('c')
  queue.cancel('c')
  pause.releaseFor('take 3')
  await over('b')
  expect(orderOf(said)).toEqual(['a', 'b'])
})

test('one that rests can be cancelled', async () => {
  const pause = new PauseSwitch()
  const { queue, said, over } = room({ pause })
  queue.last(['a'])
  pause.holdFor('take 1')
  await new Promise((resolve) => setTimeout(resolve, 20))
  queue.cancel('a')
  await over('a')
  expect(said.at(-1)).toBe('a cancelled')
})

test.each([false, true])(
  'disposed of, it keeps and tells nothing more (paused: %s)',
  async (isPaused) => {
    const pause = new PauseSwitch()
    const { queue, said, kept, heard } = room({ pause })
    queue.last(['a', 'b'])
    await heard(/^a 0.25/)
    if (isPaused) pause.holdFor('take 1')
    const before = said.length
    queue.dispose()
    queue.first(['c'])
    pause.releaseFor('take 1')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(said).toHaveLength(before)
    expect(kept).toEqual([])
  },
)
