import { describe, expect, it, vi } from 'vitest'
import { FakeMediaRecorder, FRAME, NOTHING, ZEROS } from './fakes'
import { hear, record, recorderOverFakes, stop } from './recorderOverFakes'

const fakes = recorderOverFakes()

describe('what is missing of a take', () => {
  const kept = (durationMs: number) => {
    const take = { state: 'ready', durationMs }
    fakes.main.answers['takes.finish'] = () => ({ ok: true, value: take })
  }

  function heardFor(durationMs: number) {
    const { recorder, encoder } = record(fakes)
    encoder.started()
    hear(recorder, 1)
    encoder.chunk('sound')
    vi.advanceTimersByTime(durationMs)
    return recorder
  }

  it('is said after Stop, as the clock has it', async () => {
    kept(6000)
    const { take, fault } = await stop(heardFor(10_000))
    expect(take).toMatchObject({ durationMs: 6000 })
    expect(fault).toEqual({ kind: 'gap', missingMs: 4000 })
  })

  it('is nothing when only a moment is missing', async () => {
    kept(9100)
    expect((await stop(heardFor(10_000))).fault).toBeNull()
  })

  it('does not count pauses, nor what came before the first sound', async () => {
    const { recorder, encoder } = record(fakes)
    vi.advanceTimersByTime(5000)
    encoder.started()
    hear(recorder, 1)
    encoder.chunk('sound')
    vi.advanceTimersByTime(3000)
    recorder.pause()
    vi.advanceTimersByTime(60_000)
    recorder.resume()
    vi.advanceTimersByTime(3000)
    kept(6000)
    expect((await stop(recorder)).fault).toBeNull()
  })

  it('gives way to what went wrong besides', async () => {
    kept(1000)
    const recorder = heardFor(10_000)
    fakes.main.fail('takes.append', 'DISK_FULL')
    FakeMediaRecorder.last.chunk('more')
    expect((await stop(recorder)).fault).toMatchObject({ kind: 'not-written' })
  })
})

describe('the watch over the data', () => {
  const missing = () => fakes.events.filter(({ type }) => type.startsWith('data-'))

  it('notices within 2 s that no sound comes, and that it comes again', () => {
    const { recorder, encoder } = record(fakes)
    vi.advanceTimersByTime(1400)
    expect(missing()).toEqual([])
    vi.advanceTimersByTime(600)
    expect(missing()).toEqual([{ type: 'data-missing', missing: 'sound' }])
    hear(recorder, 1)
    encoder.chunk('one')
    vi.advanceTimersByTime(250)
    expect(missing().at(-1)).toEqual({ type: 'data-back' })
  })

  it('notices that a suspended source gives nothing, although it is called live', () => {
    const { recorder } = record(fakes)
    for (let passed = 0; passed < 3000; passed += 20) {
      vi.advanceTimersByTime(20)
      recorder.hear(passed < 1000 ? FRAME : NOTHING)
    }
    expect(missing()).toEqual([{ type: 'data-missing', missing: 'sound' }])
    expect(recorder.elapsedMs).toBe(1000)
    expect(recorder.hear(FRAME)).toBe(true)
  })

  it('knows the zeros of a muted microphone for what they are', () => {
    const { recorder, encoder } = record(fakes)
    for (let passed = 0; passed < 3000; passed += 20) {
      vi.advanceTimersByTime(20)
      expect(recorder.hear(ZEROS)).toBe(true)
      if (passed % 240 === 0) encoder.chunk('zeros')
    }
    expect(missing()).toEqual([])
    expect(recorder.elapsedMs).toBe(3000)
  })

  it('does not take a page that was held up for a microphone that is silent', () => {
    const { recorder, encoder } = record(fakes)
    hear(recorder, 1)
    // The clock goes on while nothing in the page does; then what has waited comes in, after the look.
    vi.setSystemTime(Date.now() + 4000)
    const { now } = performance
    vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + 4000)
    vi.advanceTimersByTime(250)
    hear(recorder, 200)
    encoder.chunk('late')
    vi.advanceTimersByTime(1000)
    expect(missing()).toEqual([])
  })

  it('notices that no chunk comes although there is sound', () => {
    const { recorder } = record(fakes)
    for (let tick = 0; tick < 35; tick += 1) {
      vi.advanceTimersByTime(100)
      hear(recorder, 5)
    }
    expect(missing()).toEqual([{ type: 'data-missing', missing: 'chunks' }])
  })

  it('believes the chunks when only the level has stopped', () => {
    const { encoder } = record(fakes)
    for (let passed = 0; passed < 4000; passed += 250) {
      vi.advanceTimersByTime(250)
      encoder.chunk('sound')
    }
    expect(missing()).toEqual([])
  })

  it('misses nothing during a pause, and stops with the take', async () => {
    const { recorder } = record(fakes)
    recorder.pause()
    vi.advanceTimersByTime(10_000)
    recorder.resume()
    vi.advanceTimersByTime(1000)
    await stop(recorder)
    vi.advanceTimersByTime(10_000)
    expect(missing()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})
