import { Worker } from 'node:worker_threads'
import { expect, inject, onTestFinished, test, vi } from 'vitest'
import { BackgroundThread } from '../../../../electron/background/thread'
import {
  ListReader,
  type ReaderProcess,
} from '../../../../electron/questionLists/process/listReader'
import { MAX_TEXT_BYTES } from '../../../../electron/questionLists/decodeText'
import { MAX_DECK_BYTES } from '../../../../shared/questionLists/listRequests'
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
  const reading = [reader.read(deck), reader.read(deck)]
  await vi.waitUntil(() => counts().count === 1)
  reader.dispose()
  for (const outcome of await Promise.all(reading)) {
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'READER_FAILED' } })
  }
  expect(counts()).toEqual({ count: 1, killed: 1 })
})

test('one that takes too long takes no other with it, and leaves the next all of its time', async () => {
  let isSlow = true
  const hang = `require('node:worker_threads').parentPort.on('message', () => { while (true); })`
  const slowly = `const { parentPort } = require('node:worker_threads')
    parentPort.on('message', ({ id }) => setTimeout(() => parentPort.postMessage({ id, result: { ok: true } }), 700))`
  const thread = new BackgroundThread(() => {
    const code = isSlow ? hang : slowly
    isSlow = false
    return new Worker(code, { eval: true })
  })
  const reader = readerWith({ thread, mostMs: 2000 })
  const outcomes = await Promise.all([reader.read(csv), reader.read(csv), reader.read(csv)])
  expect(outcomes).toEqual([
    expect.objectContaining({ problem: expect.objectContaining({ code: 'TOO_SLOW' }) as object }),
    { ok: true },
    { ok: true },
  ])
})

test('what is too large is given to no thread and no process', async () => {
  const thread = new BackgroundThread(() => {
    throw new Error('There is no thread for this')
  })
  const reader = readerWith({ thread })
  const problemOf = (name: string, bytes: Uint8Array) => reader.read({ name, bytes })
  const text = new Uint8Array(MAX_TEXT_BYTES + 1)
  const TOO_LARGE = { ok: false, problem: { code: 'TOO_LARGE' } }
  expect(await problemOf('a.csv', text)).toMatchObject(TOO_LARGE)
  const noArchive = { ok: false, problem: { code: 'ZIP_DAMAGED' } }
  expect(await problemOf('a.apkg', text)).toMatchObject(noArchive)
  const large = new Uint8Array(MAX_DECK_BYTES + 1)
  large.set([0x50, 0x4b, 3, 4])
  expect(await problemOf('a.apkg', large)).toMatchObject(TOO_LARGE)
})
