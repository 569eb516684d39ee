import { Worker } from 'node:worker_threads'
import { expect, inject, onTestFinished, test } from 'vitest'
import { BackgroundThread } from '../../../../electron/background/thread'
import {
  ListReader,
  type ReaderProcess,
} from '../../../../electron/questionLists/process/listReader'
import type { ReadOutcome } from '../../../../shared/questionLists/listedQuestion'
import { realThread } from '../background/realThread'
import { deckOf, oldCollection } from './deck'

const csv = { name: 'a.csv', bytes: Buffer.from('question\nWhy?') }
const deck = {
  name: 'a.apkg',
  bytes: deckOf('collection.anki2', oldCollection([{ fields: ['Why?', ''] }])),
}
/** The process itself is Electron's, and is tried in the real app (tests/e2e/lists.spec.ts). */
const noProcess = (): ReaderProcess => {
  throw new Error('There is no process for this')
}

/** A thread that runs this at each job, as a process that can be ended. */
function standIn(onFile: string) {
  let count = 0
  let killed = 0
  const startProcess = (): ReaderProcess => {
    count += 1
    const worker = new Worker(
      `const { parentPort } = require('node:worker_threads'); parentPort.on('message', () => { ${onFile} })`,
      { eval: true },
    )
    return {
      postMessage: (file) => worker.postMessage(file),
      onAnswer: (listener) => worker.once('message', (outcome: ReadOutcome) => listener(outcome)),
      onExit: (listener) => worker.once('exit', listener),
      kill: () => {
        killed += 1
        void worker.terminate()
      },
    }
  }
  return { startProcess, counts: () => ({ count, killed }) }
}

function readerWith(tools: Partial<ConstructorParameters<typeof ListReader>[0]>): ListReader {
  const reader = new ListReader({ thread: realThread(), startProcess: noProcess, ...tools })
  onTestFinished(() => reader.dispose())
  return reader
}

test('text is read in a thread, which stays for the next file', async () => {
  let started = 0
  const thread = new BackgroundThread(() => {
    started += 1
    return new Worker(inject('workerFile'))
  })
  const reader = readerWith({ thread })
  expect(await reader.read(csv)).toMatchObject({
    ok: true,
    list: { questions: [{ question: 'Why?' }] },
  })
  expect(await reader.read({ ...csv, bytes: Buffer.from('question') })).toMatchObject({
    ok: false,
    problem: { code: 'SCHEMA' },
  })
  expect(started).toBe(1)
})

test('an archive is read in a process of its own, which is ended', async () => {
  const answer = JSON.stringify({ ok: false, problem: { code: 'ZIP_BOMB' } })
  const { startProcess, counts } = standIn(`parentPort.postMessage(${answer})`)
  const reader = readerWith({ startProcess })
  expect(await reader.read(deck)).toMatchObject({ ok: false, problem: { code: 'ZIP_BOMB' } })
  expect(await reader.read(deck)).toMatchObject({ ok: false })
  expect(counts()).toEqual({ count: 2, killed: 2 })
})

test('a process that ends by itself has refused the file', async () => {
  const { startProcess } = standIn('process.exit(1)')
  expect(await readerWith({ startProcess }).read(deck)).toMatchObject({
    ok: false,
    problem: { code: 'READER_FAILED' },
  })
})

test('what takes too long is ended, process and thread, and the next file is read', async () => {
  const { startProcess, counts } = standIn('while (true);')
  const slow = { startProcess, mostMs: 200 }
  expect(await readerWith(slow).read(deck)).toMatchObject({
    ok: false,
    problem: { code: 'TOO_SLOW' },
  })
  expect(counts()).toEqual({ count: 1, killed: 1 })

  let isSlow = true
  const busy = `require('node:worker_threads').parentPort.on('message', () => { while (true); })`
  const quick = `require('node:worker_threads').parentPort.on('message', ({ id }) => require('node:worker_threads').parentPort.postMessage({ id, result: { ok: true } }))`
  const thread = new BackgroundThread(() => new Worker(isSlow ? busy : quick, { eval: true }))
  const reader = readerWith({ thread, mostMs: 1000 })
  expect(await reader.read(csv)).toMatchObject({ ok: false, problem: { code: 'TOO_SLOW' } })
  isSlow = false
  expect(await reader.read(csv)).toEqual({ ok: true })
})

test('disposed of, it refuses what it was reading', async () => {
  const { startProcess, counts } = standIn('')
  const reader = readerWith({ startProcess })
  const reading = reader.read(deck)
  reader.dispose()
  expect(await reading).toMatchObject({ ok: false, problem: { code: 'READER_FAILED' } })
  expect(counts().killed).toBe(1)
})
