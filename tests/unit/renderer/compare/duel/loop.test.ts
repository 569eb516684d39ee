import { describe, expect, it } from 'vitest'
import {
  loopBetween,
  SHORTEST_LOOP_MS,
  stretchOf,
  withEnd,
  withStart,
} from '../../../../../renderer/compare/duel/loop'
import { alignTakes } from '../../../../../renderer/compare/duel/moments'
import { randomFrom, sideOf } from './sidesOf'

describe('a loop', () => {
  it('lies between two moments, whichever was first', () => {
    expect(loopBetween('A', 8000, 3000, 60_000)).toEqual({ of: 'A', startMs: 3000, endMs: 8000 })
  })

  it('begins here, and ends with the take where it has no end after now', () => {
    expect(withStart(null, 'A', 5000, 60_000)).toMatchObject({ startMs: 5000, endMs: 60_000 })
    const before = { startMs: 1000, endMs: 9000 }
    expect(withStart(before, 'B', 5000, 60_000)).toEqual({ of: 'B', startMs: 5000, endMs: 9000 })
    expect(withStart(before, 'A', 9500, 60_000)).toMatchObject({ startMs: 9500, endMs: 60_000 })
  })

  it('ends here, and begins with the take where it has no beginning before now', () => {
    expect(withEnd(null, 'A', 5000, 60_000)).toMatchObject({ startMs: 0, endMs: 5000 })
    const before = { startMs: 1000, endMs: 9000 }
    expect(withEnd(before, 'A', 5000, 60_000)).toMatchObject({ startMs: 1000, endMs: 5000 })
    expect(withEnd(before, 'A', 800, 60_000)).toMatchObject({ startMs: 0, endMs: 800 })
  })

  it('is the same passage in the other take', () => {
    const lengthsMs = { A: 60_000, B: 90_000 }
    const anchors = alignTakes({ A: sideOf(60_000), B: sideOf(90_000) })
    const loop = loopBetween('A', 10_000, 20_000, 60_000)
    expect(stretchOf(loop, 'A', anchors, lengthsMs)).toEqual({ startMs: 10_000, endMs: 20_000 })
    expect(stretchOf(loop, 'B', anchors, lengthsMs)).toEqual({ startMs: 15_000, endMs: 30_000 })
  })

  it('is within its take and long enough to hear, wherever it was set', () => {
    const random = randomFrom(3)
    for (let round = 0; round < 500; round += 1) {
      const lengthsMs = { A: 100 + random() * 60_000, B: 100 + random() * 60_000 }
      const anchors = alignTakes({ A: sideOf(lengthsMs.A), B: sideOf(lengthsMs.B) })
      const loop = loopBetween('A', random() * lengthsMs.A, random() * lengthsMs.A, lengthsMs.A)
      for (const letter of ['A', 'B'] as const) {
        const { startMs, endMs } = stretchOf(loop, letter, anchors, lengthsMs)
        expect(startMs).toBeGreaterThanOrEqual(0)
        expect(endMs).toBeLessThanOrEqual(lengthsMs[letter])
        const shortest = Math.min(SHORTEST_LOOP_MS, lengthsMs[letter])
        expect(endMs - startMs).toBeGreaterThanOrEqual(shortest - 1e-6)
      }
    }
  })
})
