import { describe, expect, it } from 'vitest'
import { LevelFeed } from '../../../../renderer/level/levelFeed'
import { displayHeight } from '../../../../renderer/waveform/displayCurve'
import { LiveBars } from '../../../../renderer/waveform/liveBars'

function push(feed: LevelFeed, amplitudes: number[], isKept = false): void {
  for (const amplitude of amplitudes) {
    feed.push({ lowest: -amplitude, highest: 0, rms: 0, clippedCount: 0, frames: 960 }, isKept)
  }
}

describe('the bars of the live wave', () => {
  it('show the loudest of three frames each, and what is kept', () => {
    const feed = new LevelFeed()
    const bars = new LiveBars()
    push(feed, [0.1, 0.5, 0.2])
    push(feed, [0.25, 0.125], true)
    bars.follow(feed, false)
    expect(bars.frameCount).toBe(5)
    expect([bars.amplitudeAt(0), bars.amplitudeAt(1)]).toEqual([0.5, 0.25])
    expect([bars.isKeptAt(0), bars.isKeptAt(1)]).toEqual([false, true])
  })

  it('stand still while frozen, and go on where they stood', () => {
    const feed = new LevelFeed()
    const bars = new LiveBars()
    push(feed, [0.5, 0.5, 0.5])
    bars.follow(feed, false)
    push(feed, [1, 1, 1, 1])
    bars.follow(feed, true)
    expect(bars.frameCount).toBe(3)
    push(feed, [0.25])
    bars.follow(feed, false)
    expect(bars.frameCount).toBe(4)
    expect(bars.amplitudeAt(1)).toBe(0.25)
  })

  it('take the last 1024 bars when the window was hidden for long', () => {
    const feed = new LevelFeed()
    const bars = new LiveBars()
    push(
      feed,
      Array.from({ length: 10_000 }, () => 0.5),
    )
    bars.follow(feed, false)
    push(feed, [1])
    bars.follow(feed, false)
    expect(bars.frameCount).toBe(2049)
    expect(bars.amplitudeAt(682)).toBe(1)
    push(
      feed,
      Array.from({ length: 2000 }, () => 0.25),
    )
    bars.follow(feed, false)
    expect(bars.first).toBe(Math.ceil(4049 / 3) - 1024)
    expect(bars.amplitudeAt(bars.first)).toBe(0.5)
  })
})

describe('the display curve', () => {
  it('raises quiet sound, keeps louder louder, and ends at full height', () => {
    expect(displayHeight(0)).toBe(0)
    expect(displayHeight(0.05)).toBeGreaterThan(0.15)
    expect(displayHeight(0.1)).toBeGreaterThan(displayHeight(0.09))
    expect(displayHeight(1)).toBe(1)
    expect(displayHeight(1.2)).toBe(1)
  })
})
