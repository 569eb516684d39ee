import { describe, expect, it, vi } from 'vitest'
import { FRAME, NOTHING, settle, ZEROS } from './fakes'
import { hear, record, recorderOverFakes, stop } from './recorderOverFakes'

const fakes = recorderOverFakes()

function sentTexts(): string[] {
  return fakes.main.appended.map(({ audio }) => new TextDecoder().decode(audio))
}

describe('a take', () => {
  it('is begun, appended to in order with its peaks, and finished after the last chunk', async () => {
    const { recorder, encoder } = record(fakes)
    encoder.started()
    hear(recorder, 15)
    encoder.chunk('one')
    hear(recorder, 10)
    encoder.chunk('two')
    hear(recorder, 5)
    const sent = await stop(recorder)

    expect(fakes.main.asked).toEqual([
      'takes.begin',
      'takes.append',
      'takes.append',
      'takes.append',
      'takes.finish',
    ])
    expect(fakes.main.appended.map(({ sequence }) => sequence)).toEqual([0, 1, 2])
    expect(sentTexts()).toEqual(['one', 'two', 'tail'])
    expect(fakes.main.appended.map(({ peaks }) => peaks.length)).toEqual([30, 20, 10])
    expect(sent.take).toMatchObject({ id: 'take-1', state: 'ready' })
    expect(sent.fault).toBeNull()
    expect(recorder.elapsedMs).toBe(600)
  })

  it('starts its encoder without waiting for its row, and keeps what comes before it', async () => {
    const begun = fakes.main.hold('takes.begin')
    const { recorder, encoder } = record(fakes)
    expect(encoder.state).toBe('recording')
    encoder.started()
    hear(recorder, 3)
    encoder.chunk('early')
    await settle()
    expect(fakes.main.asked).toEqual(['takes.begin'])
    expect(fakes.events.map(({ type }) => type)).toEqual(['encoding', 'heard'])

    begun()
    await settle()
    expect(fakes.events.map(({ type }) => type)).toEqual(['encoding', 'heard', 'begun'])
    await stop(recorder)
    expect(sentTexts()).toEqual(['early', 'tail'])
  })

  it('sends one chunk after the other', async () => {
    const appended = fakes.main.hold('takes.append')
    const { encoder } = record(fakes)
    encoder.chunk('one')
    encoder.chunk('two')
    await settle()
    expect(fakes.main.appended).toHaveLength(1)
    appended()
    await settle()
    expect(fakes.main.appended).toHaveLength(2)
  })

  it('gives the last packet time to fill before it stops the encoder', async () => {
    const { recorder, encoder } = record(fakes)
    const stopped = recorder.stop()
    hear(recorder, 2)
    expect(encoder.state).toBe('recording')
    await vi.advanceTimersByTimeAsync(100)
    await stopped
    expect(fakes.main.appended.map(({ peaks }) => peaks.length)).toEqual([4])
  })

  it('ends once, however often it is told to', async () => {
    const { recorder } = record(fakes)
    expect(recorder.stop()).toBe(recorder.stop())
    await stop(recorder)
    expect(fakes.main.asked.filter((name) => name === 'takes.finish')).toHaveLength(1)
  })

  it('is taken back when no sound arrived', async () => {
    const { recorder, encoder } = record(fakes)
    encoder.tail = null
    const sent = await stop(recorder)
    expect(fakes.main.asked).toEqual(['takes.begin', 'takes.abandon'])
    expect(sent).toEqual({ take: null, fault: { kind: 'no-sound' } })
  })

  it('is finished although its encoder never says that it stopped', async () => {
    const { recorder, encoder } = record(fakes)
    encoder.chunk('one')
    encoder.stop = () => undefined
    const stopped = recorder.stop()
    await vi.advanceTimersByTimeAsync(3000)
    expect((await stopped).take).toMatchObject({ state: 'ready' })
  })
})

describe('sound that is heard of late', () => {
  it('is part of the take if it came after its start and not in a pause', () => {
    const { recorder } = record(fakes)
    const startedAtMs = performance.now()
    expect(recorder.hear(FRAME, startedAtMs - 20)).toBe(false)
    expect(recorder.hear(FRAME, startedAtMs)).toBe(true)
    vi.advanceTimersByTime(100)
    recorder.pause()
    vi.advanceTimersByTime(50)
    expect(recorder.hear(FRAME, startedAtMs + 80)).toBe(true)
    expect(recorder.hear(FRAME, startedAtMs + 120)).toBe(false)
    recorder.resume()
    expect(recorder.hear(FRAME, startedAtMs + 140)).toBe(false)
    expect(recorder.hear(FRAME, startedAtMs + 160)).toBe(true)
    expect(recorder.elapsedMs).toBe(60)
  })
})

describe('a pause', () => {
  it('is not part of the take, nor of its length', async () => {
    const { recorder, encoder } = record(fakes)
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
    expect(fakes.main.appended[0]?.peaks).toHaveLength(22)
  })

  it('may end the take, at once', async () => {
    const { recorder, encoder } = record(fakes)
    recorder.pause()
    const stopped = recorder.stop()
    expect(encoder.state).toBe('inactive')
    expect((await stopped).take).toMatchObject({ state: 'ready' })
  })
})

describe('whether sound has arrived', () => {
  it('is not said before the encoder runs', () => {
    const { recorder, encoder } = record(fakes)
    hear(recorder, 5)
    expect(fakes.events).toEqual([])
    encoder.started()
    hear(recorder, 1)
    expect(fakes.events.map(({ type }) => type)).toEqual(['encoding', 'heard'])
  })

  it('is said of zeros that came in, and not while nothing does', () => {
    const { recorder, encoder } = record(fakes)
    encoder.started()
    hear(recorder, 20, NOTHING)
    expect(fakes.events.map(({ type }) => type)).toEqual(['encoding'])
    hear(recorder, 1, ZEROS)
    expect(fakes.events.map(({ type }) => type)).toEqual(['encoding', 'heard'])
  })
})

describe('what can go wrong', () => {
  it('keeps what was written when the disk is full, and sends nothing after the gap', async () => {
    const { recorder, encoder } = record(fakes)
    encoder.chunk('one')
    await settle()
    fakes.main.fail('takes.append', 'DISK_FULL')
    encoder.chunk('two')
    encoder.chunk('three')
    await settle()
    const fault = { kind: 'not-written', code: 'DISK_FULL' }
    expect(fakes.faults).toEqual([fault])

    const sent = await stop(recorder)
    expect(fakes.main.appended).toHaveLength(2)
    expect(fakes.main.asked.at(-1)).toBe('takes.finish')
    expect(sent).toMatchObject({ take: { state: 'ready' }, fault })
  })

  it('takes back a take of which nothing could be written', async () => {
    fakes.main.fail('takes.append', 'DISK_FULL')
    const { recorder } = record(fakes)
    const sent = await stop(recorder)
    expect(fakes.main.asked.at(-1)).toBe('takes.abandon')
    expect(sent).toEqual({ take: null, fault: { kind: 'not-written', code: 'DISK_FULL' } })
  })

  it('asks for nothing more when the take could not be made', async () => {
    fakes.main.fail('takes.begin', 'DISK_REFUSED')
    const { recorder, encoder } = record(fakes)
    encoder.chunk('one')
    await settle()
    const fault = { kind: 'not-begun', code: 'DISK_REFUSED' }
    expect(fakes.faults).toEqual([fault])
    expect(await stop(recorder)).toEqual({ take: null, fault })
    expect(fakes.main.asked).toEqual(['takes.begin'])
  })

  it('says when the take could not be closed', async () => {
    fakes.main.fail('takes.finish', 'INTERNAL')
    const { recorder, encoder } = record(fakes)
    encoder.chunk('one')
    const sent = await stop(recorder)
    expect(sent).toEqual({ take: null, fault: { kind: 'not-finished', code: 'INTERNAL' } })
  })

  it('takes an encoder that stops with its source for a device that is gone', () => {
    const { encoder } = record(fakes)
    fakes.stream.stop()
    encoder.dispatchEvent(new Event('stop'))
    expect(fakes.faults).toEqual([{ kind: 'device-gone' }])
  })

  it('says when the encoder stops although its source goes on', () => {
    const { encoder } = record(fakes)
    encoder.dispatchEvent(new Event('error'))
    expect(fakes.faults).toEqual([{ kind: 'encoder-failed' }])
  })
})
