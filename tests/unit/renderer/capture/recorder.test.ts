import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TakeFault } from '../../../../renderer/capture/machine'
import { Recorder, type RecorderEvent } from '../../../../renderer/capture/recorder'
import {
  FakeMediaRecorder,
  type FakeMain,
  FakeStream,
  FRAME,
  settle,
  stubPage,
  SUBJECT,
  ZEROS,
} from './fakes'

const PROCESSING = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
const INPUT = { ...SUBJECT, microphone: 'Desk', processing: PROCESSING }

let main: FakeMain
let stream: FakeStream
let events: RecorderEvent[]
let faults: TakeFault[]

beforeEach(() => {
  // setImmediate stays real: reading a blob needs it.
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  })
  main = stubPage()
  stream = new FakeStream('Desk')
  events = []
  faults = []
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function record(): { recorder: Recorder; encoder: FakeMediaRecorder } {
  const recorder = new Recorder(stream as unknown as MediaStream, INPUT, {
    onEvent: (event) => events.push(event),
    onFault: (fault) => faults.push(fault),
  })
  return { recorder, encoder: FakeMediaRecorder.last }
}

function hear(recorder: Recorder, count: number, frame = FRAME): void {
  for (let index = 0; index < count; index += 1) recorder.hear(frame)
}

/** Stops, and lets the time pass that the encoder is given for its last packet. */
async function stop(recorder: Recorder) {
  const stopped = recorder.stop()
  await vi.advanceTimersByTimeAsync(100)
  return stopped
}

function sentTexts(): string[] {
  return main.appended.map(({ audio }) => new TextDecoder().decode(audio))
}

describe('a take', () => {
  it('is begun, appended to in order with its peaks, and finished after the last chunk', async () => {
    const { recorder, encoder } = record()
    encoder.started()
    hear(recorder, 15)
    encoder.chunk('one')
    hear(recorder, 10)
    encoder.chunk('two')
    hear(recorder, 5)
    const sent = await stop(recorder)

    expect(main.asked).toEqual([
      'takes.begin',
      'takes.append',
      'takes.append',
      'takes.append',
      'takes.finish',
    ])
    expect(main.appended.map(({ sequence }) => sequence)).toEqual([0, 1, 2])
    expect(sentTexts()).toEqual(['one', 'two', 'tail'])
    expect(main.appended.map(({ peaks }) => peaks.length)).toEqual([30, 20, 10])
    expect(sent.take).toMatchObject({ id: 'take-1', state: 'ready' })
    expect(sent.fault).toBeNull()
    expect(recorder.elapsedMs).toBe(600)
  })

  it('starts its encoder without waiting for its row, and keeps what comes before it', async () => {
    const begun = main.hold('takes.begin')
    const { recorder, encoder } = record()
    expect(encoder.state).toBe('recording')
    encoder.started()
    hear(recorder, 3)
    encoder.chunk('early')
    await settle()
    expect(main.asked).toEqual(['takes.begin'])
    expect(events.map(({ type }) => type)).toEqual(['encoding', 'heard'])

    begun()
    await settle()
    expect(events.map(({ type }) => type)).toEqual(['encoding', 'heard', 'begun'])
    await stop(recorder)
    expect(sentTexts()).toEqual(['early', 'tail'])
  })

  it('sends one chunk after the other', async () => {
    const appended = main.hold('takes.append')
    const { encoder } = record()
    encoder.chunk('one')
    encoder.chunk('two')
    await settle()
    expect(main.appended).toHaveLength(1)
    appended()
    await settle()
    expect(main.appended).toHaveLength(2)
  })

  it('gives the last packet time to fill before it stops the encoder', async () => {
    const { recorder, encoder } = record()
    const stopped = recorder.stop()
    hear(recorder, 2)
    expect(encoder.state).toBe('recording')
    await vi.advanceTimersByTimeAsync(100)
    await stopped
    expect(main.appended.map(({ peaks }) => peaks.length)).toEqual([4])
  })

  it('ends once, however often it is told to', async () => {
    const { recorder } = record()
    expect(recorder.stop()).toBe(recorder.stop())
    await stop(recorder)
    expect(main.asked.filter((name) => name === 'takes.finish')).toHaveLength(1)
  })

  it('is taken back when no sound arrived', async () => {
    const { recorder, encoder } = record()
    encoder.tail = null
    const sent = await stop(recorder)
    expect(main.asked).toEqual(['takes.begin', 'takes.abandon'])
    expect(sent).toEqual({ take: null, fault: { kind: 'no-sound' } })
  })

  it('is finished although its encoder never says that it stopped', async () => {
    const { recorder, encoder } = record()
    encoder.chunk('one')
    encoder.stop = () => undefined
    const stopped = recorder.stop()
    await vi.advanceTimersByTimeAsync(3000)
    expect((await stopped).take).toMatchObject({ state: 'ready' })
  })
})

describe('a pause', () => {
  it('is not part of the take, nor of its length', async () => {
    const { recorder, encoder } = record()
    hear(recorder, 10)
    recorder.pause()
    expect(recorder.hear(FRAME)).toBe(false)
    hear(recorder, 100)
    expect(recorder.elapsedMs).toBe(200)
    recorder.resume()
    expect(recorder.hear(FRAME)).toBe(true)
    encoder.chunk('all')
    expect(recorder.elapsedMs).toBe(220)
    await stop(recorder)
    expect(main.appended[0]?.peaks).toHaveLength(22)
  })

  it('may end the take, at once', async () => {
    const { recorder, encoder } = record()
    recorder.pause()
    const stopped = recorder.stop()
    expect(encoder.state).toBe('inactive')
    expect((await stopped).take).toMatchObject({ state: 'ready' })
  })
})

describe('whether sound has arrived', () => {
  it('is not said before the encoder runs', () => {
    const { recorder, encoder } = record()
    hear(recorder, 5)
    expect(events).toEqual([])
    encoder.started()
    hear(recorder, 1)
    expect(events.map(({ type }) => type)).toEqual(['encoding', 'heard'])
  })

  it('is not believed of zeros, until the encoder has made something of them', () => {
    const { recorder, encoder } = record()
    encoder.started()
    hear(recorder, 20, ZEROS)
    expect(events.map(({ type }) => type)).toEqual(['encoding'])
    encoder.chunk('zeros')
    hear(recorder, 1, ZEROS)
    expect(events.map(({ type }) => type)).toEqual(['encoding', 'heard'])
  })
})

describe('what can go wrong', () => {
  it('keeps what was written when the disk is full, and sends nothing after the gap', async () => {
    const { recorder, encoder } = record()
    encoder.chunk('one')
    await settle()
    main.fail('takes.append', 'DISK_FULL')
    encoder.chunk('two')
    encoder.chunk('three')
    await settle()
    const fault = { kind: 'not-written', code: 'DISK_FULL' }
    expect(faults).toEqual([fault])

    const sent = await stop(recorder)
    expect(main.appended).toHaveLength(2)
    expect(main.asked.at(-1)).toBe('takes.finish')
    expect(sent).toMatchObject({ take: { state: 'ready' }, fault })
  })

  it('takes back a take of which nothing could be written', async () => {
    main.fail('takes.append', 'DISK_FULL')
    const { recorder } = record()
    const sent = await stop(recorder)
    expect(main.asked.at(-1)).toBe('takes.abandon')
    expect(sent).toEqual({ take: null, fault: { kind: 'not-written', code: 'DISK_FULL' } })
  })

  it('asks for nothing more when the take could not be made', async () => {
    main.fail('takes.begin', 'DISK_REFUSED')
    const { recorder, encoder } = record()
    encoder.chunk('one')
    await settle()
    const fault = { kind: 'not-begun', code: 'DISK_REFUSED' }
    expect(faults).toEqual([fault])
    expect(await stop(recorder)).toEqual({ take: null, fault })
    expect(main.asked).toEqual(['takes.begin'])
  })

  it('says when the take could not be closed', async () => {
    main.fail('takes.finish', 'INTERNAL')
    const { recorder, encoder } = record()
    encoder.chunk('one')
    const sent = await stop(recorder)
    expect(sent).toEqual({ take: null, fault: { kind: 'not-finished', code: 'INTERNAL' } })
  })

  it('takes an encoder that stops with its source for a device that is gone', () => {
    const { encoder } = record()
    stream.stop()
    encoder.dispatchEvent(new Event('stop'))
    expect(faults).toEqual([{ kind: 'device-gone' }])
  })

  it('says when the encoder stops although its source goes on', () => {
    const { encoder } = record()
    encoder.dispatchEvent(new Event('error'))
    expect(faults).toEqual([{ kind: 'encoder-failed' }])
  })
})

describe('the watch over the data', () => {
  const missing = () => events.filter(({ type }) => type.startsWith('data-'))

  it('notices within 3.5 s that no sound comes, and that it comes again', () => {
    const { recorder, encoder } = record()
    vi.advanceTimersByTime(2900)
    expect(missing()).toEqual([])
    vi.advanceTimersByTime(600)
    expect(missing()).toEqual([{ type: 'data-missing', missing: 'sound' }])
    hear(recorder, 1)
    encoder.chunk('one')
    vi.advanceTimersByTime(500)
    expect(missing().at(-1)).toEqual({ type: 'data-back' })
  })

  it('notices that no chunk comes although there is sound', () => {
    const { recorder } = record()
    for (let tick = 0; tick < 35; tick += 1) {
      vi.advanceTimersByTime(100)
      hear(recorder, 5)
    }
    expect(missing()).toEqual([{ type: 'data-missing', missing: 'chunks' }])
  })

  it('misses nothing during a pause, and stops with the take', async () => {
    const { recorder } = record()
    recorder.pause()
    vi.advanceTimersByTime(10_000)
    recorder.resume()
    vi.advanceTimersByTime(2000)
    await stop(recorder)
    vi.advanceTimersByTime(10_000)
    expect(missing()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})
