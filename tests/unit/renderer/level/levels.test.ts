import { describe, expect, it, vi } from 'vitest'
import { type InputHint, InputHintDetector } from '../../../../renderer/level/inputHint'
import { type LevelFrame, LevelFeed, toDecibels } from '../../../../renderer/level/levelFeed'
import { MeterBallistics } from '../../../../renderer/level/meterBallistics'
import { PeakBuffer } from '../../../../renderer/capture/peakBuffer'

function frameOf(amplitude: number, change: Partial<LevelFrame> = {}): LevelFrame {
  const rms = amplitude / Math.SQRT2
  return { lowest: -amplitude, highest: amplitude, rms, clippedCount: 0, frames: 960, ...change }
}

const VOICE = frameOf(0.3)
const ROOM = frameOf(0.0005)
const ZERO = frameOf(0)
const FRAMES_PER_SECOND = 50

describe('the level feed', () => {
  it('gives the newest level in dBFS and the past by frame', () => {
    const feed = new LevelFeed()
    feed.push(frameOf(0.1), false)
    feed.push(frameOf(0.5, { lowest: -0.25, clippedCount: 2 }), true)
    expect(feed.count).toBe(2)
    expect(feed.peakDb).toBeCloseTo(-6.02, 2)
    expect(feed.rmsDbAt(1)).toBeCloseTo(-9.03, 2)
    expect(feed.amplitudeAt(0)).toBeCloseTo(0.1)
    expect([feed.isKeptAt(0), feed.isKeptAt(1)]).toEqual([false, true])
  })

  it('keeps the last 2048 frames and says which is the first', () => {
    const feed = new LevelFeed()
    for (let frame = 0; frame < 3000; frame += 1) feed.push(frameOf(frame / 3000), false)
    expect(feed.first).toBe(3000 - 2048)
    expect(feed.amplitudeAt(feed.first)).toBeCloseTo(feed.first / 3000)
    expect(feed.amplitudeAt(2999)).toBeCloseTo(2999 / 3000)
  })

  it('tells its listeners of frames that came together, until they leave', () => {
    const feed = new LevelFeed()
    const listener = vi.fn()
    const leave = feed.subscribe(listener)
    feed.push(VOICE, false)
    feed.push(VOICE, false)
    feed.tell()
    feed.silence()
    expect(listener).toHaveBeenCalledTimes(2)
    expect(feed.peakDb).toBe(Number.NEGATIVE_INFINITY)
    leave()
    feed.tell()
    expect(listener).toHaveBeenCalledTimes(2)
  })

  it('shows the loudest of the frames that came together', () => {
    const feed = new LevelFeed()
    feed.push(frameOf(1), false)
    feed.tell()
    feed.push(frameOf(0.5), false)
    feed.push(frameOf(0.1), false)
    feed.tell()
    expect(feed.peakDb).toBeCloseTo(-6.02, 2)
    feed.push(frameOf(0.1), false)
    expect(feed.peakDb).toBeCloseTo(-20, 2)
  })
})

describe('what is hinted about the input', () => {
  function after(seconds: number, frame: LevelFrame, isMuted = false): InputHint | null {
    const detector = new InputHintDetector()
    let hint: InputHint | null = null
    for (let count = 0; count < seconds * FRAMES_PER_SECOND; count += 1) {
      hint = detector.push(frame, isMuted)
    }
    return hint
  }

  it('says nothing of a voice', () => expect(after(10, VOICE)).toBeNull())

  it('calls it silent after 3 s below -60 dBFS', () => {
    expect(toDecibels(ROOM.rms)).toBeLessThan(-60)
    expect(after(2.98, ROOM)).toBeNull()
    expect(after(3, ROOM)).toBe('silent')
  })

  it('calls exact zeros no signal after 2.5 s', () => {
    expect(after(2.48, ZERO)).toBeNull()
    expect(after(2.5, ZERO)).toBe('no-signal')
  })

  it('believes the system that it mutes, at once and whatever else it hears', () => {
    expect(after(0.18, ROOM, true)).toBeNull()
    expect(after(0.2, ROOM, true)).toBe('muted')
    expect(after(10, ZERO, true)).toBe('muted')
  })

  it('remembers clipping for 2 s', () => {
    const detector = new InputHintDetector()
    expect(detector.push(frameOf(1, { clippedCount: 1 }), false)).toBe('clipping')
    let hint: InputHint | null = null
    for (let count = 0; count < 99; count += 1) hint = detector.push(VOICE, false)
    expect(hint).toBe('clipping')
    expect(detector.push(VOICE, false)).toBeNull()
  })

  it('starts anew as soon as a voice is heard', () => {
    const detector = new InputHintDetector()
    for (let count = 0; count < 149; count += 1) detector.push(ROOM, false)
    expect(detector.push(VOICE, false)).toBeNull()
    expect(detector.push(ROOM, false)).toBeNull()
  })
})

describe('how the meter moves', () => {
  it('rises at once and falls at 24 dB a second, down to the floor', () => {
    const meter = new MeterBallistics()
    meter.advance(0, -6)
    expect(meter.levelDb).toBe(-6)
    meter.advance(500, Number.NEGATIVE_INFINITY)
    expect(meter.levelDb).toBeCloseTo(-18)
    meter.advance(5000, Number.NEGATIVE_INFINITY)
    expect(meter.levelDb).toBe(-60)
    expect(meter.isAtRest).toBe(true)
  })
})

describe('the peaks of a take', () => {
  it('gives away each pair once, as signed bytes', () => {
    const peaks = new PeakBuffer()
    peaks.push(frameOf(1))
    peaks.push(frameOf(0.5, { lowest: -0.25 }))
    expect([...new Int8Array(peaks.take().buffer)]).toEqual([-127, 127, -32, 64])
    expect(peaks.take()).toHaveLength(0)
    peaks.push(ZERO)
    expect([...peaks.take()]).toEqual([0, 0])
  })

  it('counts 20 ms for each frame, also after they were given away', () => {
    const peaks = new PeakBuffer()
    for (let frame = 0; frame < 50; frame += 1) peaks.push(VOICE)
    peaks.take()
    peaks.push(VOICE)
    expect(peaks.durationMs).toBe(1020)
  })

  it('waits for a slow disk without losing anything', () => {
    const peaks = new PeakBuffer()
    for (let frame = 0; frame < 10_000; frame += 1) peaks.push(frameOf((frame % 128) / 127))
    const bytes = new Int8Array(peaks.take().buffer)
    expect(bytes).toHaveLength(20_000)
    expect(bytes[2 * 9999 + 1]).toBe(9999 % 128)
  })
})
