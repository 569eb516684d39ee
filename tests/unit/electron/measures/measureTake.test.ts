import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PauseSwitch } from '../../../../electron/background/workWatch'
import { measureTake } from '../../../../electron/measures/measureTake'
import { THREAD_LIMITS } from '../../../../electron/measures/measureThread'
import { MeasuresSchema } from '../../../../shared/measures'
import { silentWav, writeWav } from '../../../helpers/wav'
import { realThread } from '../background/realThread'
import { eventually } from '../../../helpers/eventually'

const SPEECH = 'tests/fixtures/speech.wav'
const WEBM = 'tests/fixtures/chunked.webm'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'soundcheck-measure-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))

function written(name: string, bytes: Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return file
}

test.each([SPEECH, WEBM])('%s is measured, and what comes out keeps its promise', async (file) => {
  const measures = await measureTake(file)
  expect(MeasuresSchema.parse(measures)).toEqual(measures)
  expect(measures.timeToFirstWordMs).toBeLessThan(200)
  expect(measures.pauses.length).toBeGreaterThan(0)
  expect(measures.integratedLufs).toBeGreaterThan(-30)
  expect(measures.tooQuiet).toBe(false)
})

test('silence has no speech, no pace and no loudness', async () => {
  const file = written('silent.wav', silentWav({ seconds: 3, sampleRate: 16_000 }))
  expect(MeasuresSchema.parse(await measureTake(file))).toMatchObject({
    durationMs: 3000,
    timeToFirstWordMs: null,
    speech: [],
    pauses: [],
    integratedLufs: null,
    noiseDb: -120,
    paceWpm: null,
    speechShare: null,
    tooQuiet: true,
  })
})

test('a hundredth of a second is a take, too', async () => {
  const file = written('short.wav', silentWav({ seconds: 0.01, sampleRate: 48_000 }))
  expect(MeasuresSchema.parse(await measureTake(file)).durationMs).toBe(10)
})

test('flat tops are counted', async () => {
  const samples = Float32Array.from({ length: 4800 }, (_, at) => 3 * Math.sin(at / 20))
  const file = written('loud.wav', writeWav({ samples, sampleRate: 48_000 }))
  expect((await measureTake(file)).clippedSamples).toBeGreaterThan(3000)
})

test.each([
  ['nothing.webm', undefined, 'NO_FILE', 'There is no such file.'],
  ['empty.webm', new Uint8Array(), 'NOT_SOUND', 'no sound file'],
  ['words.wav', Buffer.from('These are words.'), 'NOT_SOUND', 'no sound file'],
  ['head.wav', silentWav({ seconds: 0, sampleRate: 8000 }), 'NOT_SOUND', 'There is no sound'],
  ['cut.wav', readFileSync(SPEECH).subarray(0, 50_000), 'DAMAGED', 'only 50000 are there'],
])('%s cannot be measured, and it is said why', async (name, bytes, code, words) => {
  const file = bytes ? written(name, bytes) : join(folder, name)
  await expect(measureTake(file)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(words) as string,
  })
})

test('the thread measures, says how far it is, and stops when it is told to', async () => {
  const thread = realThread()
  const shares: number[] = []
  const onProgress = (share: number): number => shares.push(share)
  const samples = new Float32Array(120 * 48_000).map((_, at) => Math.sin(at / 30) / 2)
  const long = written('long.wav', writeWav({ samples, sampleRate: 48_000 }))

  const measures = await thread.runWatched('measure', { onProgress }, long)
  expect(measures.durationMs).toBe(120_000)
  expect(shares.length).toBeGreaterThan(2)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))

  const stop = new AbortController()
  const working = thread.runWatched('measure', { signal: stop.signal }, long)
  setTimeout(() => stop.abort(new Error('enough')), 50)
  await expect(working).rejects.toThrow('enough')
  expect((await thread.runWatched('measure', {}, SPEECH)).durationMs).toBe(12_435)
})

test('the thread rests while it is paused, and goes on where it was', async () => {
  const thread = realThread()
  const pause = new PauseSwitch()
  const shares: number[] = []
  const samples = new Float32Array(60 * 48_000)
  const long = written('long.wav', writeWav({ samples, sampleRate: 48_000 }))
  pause.holdFor('a take')
  const measured = thread.runWatched(
    'measure',
    { onProgress: (share) => shares.push(share), pause },
    long,
  )
  await eventually(() => expect(shares).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(shares).toHaveLength(1)
  pause.releaseFor('a take')
  expect((await measured).durationMs).toBe(60_000)
  expect(shares.length).toBeGreaterThan(1)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))

  const stop = new AbortController()
  pause.holdFor('a take')
  const stopped = thread.runWatched('measure', { signal: stop.signal, pause }, long)
  setTimeout(() => stop.abort(new Error('enough')), 50)
  await expect(stopped).rejects.toThrow('enough')
})

test('what the thread cannot measure it says in words and with a code', async () => {
  const cut = join(folder, 'cut.wav')
  copyFileSync(SPEECH, cut)
  truncateSync(cut, 1000)
  const measured = realThread().runWatched('measure', {}, cut)
  await expect(measured).rejects.toMatchObject({ code: 'DAMAGED' })
  expect(THREAD_LIMITS.maxYoungGenerationSizeMb).toBeGreaterThan(0)
})
