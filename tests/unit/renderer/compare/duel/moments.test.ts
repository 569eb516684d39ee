import { describe, expect, it } from 'vitest'
import { MARK_KINDS } from '../../../../../shared/defaults'
import {
  alignTakes,
  mapMoment,
  momentAt,
  shareAt,
} from '../../../../../renderer/compare/duel/moments'
import type { Sides } from '../../../../../renderer/compare/sides/sides'
import { randomFrom, sideOf } from './sidesOf'

describe('the same moment in two takes', () => {
  it('is the same share of the length where nothing more is known', () => {
    const anchors = alignTakes({ A: sideOf(60_000), B: sideOf(90_000) })
    expect(anchors).toEqual([
      { A: 0, B: 0 },
      { A: 60_000, B: 90_000 },
    ])
    expect(mapMoment(anchors, 'A', 20_000)).toBe(30_000)
    expect(mapMoment(anchors, 'B', 30_000)).toBe(20_000)
  })

  it('goes from first word to last word where both are measured', () => {
    const anchors = alignTakes({
      A: sideOf(60_000, [], [{ startMs: 2000, endMs: 50_000 }]),
      B: sideOf(
        40_000,
        [],
        [
          { startMs: 500, endMs: 9000 },
          { startMs: 12_000, endMs: 36_000 },
        ],
      ),
    })
    expect(mapMoment(anchors, 'A', 2000)).toBe(500)
    expect(mapMoment(anchors, 'A', 50_000)).toBe(36_000)
    expect(mapMoment(anchors, 'A', 1000)).toBe(250)
    expect(mapMoment(anchors, 'A', 60_000)).toBe(40_000)
  })

  it('compares like with like: one measured take alone changes nothing', () => {
    const A = sideOf(60_000, [], [{ startMs: 10_000, endMs: 50_000 }])
    expect(alignTakes({ A, B: sideOf(60_000) })).toEqual([
      { A: 0, B: 0 },
      { A: 60_000, B: 60_000 },
    ])
  })

  it('waits at the first word of a take that begins at once', () => {
    const anchors = alignTakes({
      A: sideOf(10_000, [], [{ startMs: 0, endMs: 10_000 }]),
      B: sideOf(13_000, [], [{ startMs: 3000, endMs: 13_000 }]),
    })
    expect(mapMoment(anchors, 'A', 0)).toBe(3000)
    expect(mapMoment(anchors, 'B', 1000)).toBe(0)
  })

  it('takes the first mark of a kind that both have', () => {
    const anchors = alignTakes({
      A: sideOf(60_000, [
        ['result', 30_000],
        ['result', 40_000],
        ['filler', 5000],
      ]),
      B: sideOf(60_000, [
        ['result', 45_000],
        ['strong', 1000],
      ]),
    })
    expect(mapMoment(anchors, 'A', 30_000)).toBe(45_000)
    expect(mapMoment(anchors, 'A', 15_000)).toBe(22_500)
    expect(mapMoment(anchors, 'B', 52_500)).toBe(45_000)
  })

  it('leaves out what was told in another order, and keeps the rest', () => {
    const anchors = alignTakes({
      A: sideOf(60_000, [
        ['filler', 1000],
        ['situation', 5000],
        ['action', 20_000],
        ['result', 50_000],
      ]),
      B: sideOf(60_000, [
        ['filler', 59_000],
        ['situation', 10_000],
        ['action', 30_000],
        ['result', 40_000],
      ]),
    })
    expect(anchors.slice(1, -1)).toEqual([
      { A: 5000, B: 10_000 },
      { A: 20_000, B: 30_000 },
      { A: 50_000, B: 40_000 },
    ])
  })

  it('has a moment for a take without length', () => {
    const anchors = alignTakes({ A: sideOf(0), B: sideOf(60_000) })
    expect(mapMoment(anchors, 'A', 0)).toBe(0)
    expect(mapMoment(anchors, 'B', 30_000)).toBe(0)
  })
})

/** Takes of any two lengths, measured or not, with any marks anywhere. */
function anySides(random: () => number): Sides {
  const isMeasured = random() < 0.7
  const any = () => {
    const durationMs = random() < 0.05 ? 0 : 500 + random() * 1_800_000
    const marks = MARK_KINDS.filter(() => random() < 0.6).map(
      (kind) => [kind, random() * durationMs] as const,
    )
    const startMs = random() < 0.3 ? 0 : random() * durationMs * 0.3
    // What was measured may be a moment longer than what is stored.
    const endMs = random() < 0.3 ? durationMs + 30 : durationMs * (0.5 + random() / 2)
    return sideOf(durationMs, marks, isMeasured ? [{ startMs, endMs }] : null)
  }
  return { A: any(), B: any() }
}

describe('any two takes', () => {
  const random = randomFrom(20261124)
  const pairs = Array.from({ length: 200 }, () => anySides(random))

  it('are mapped anchor onto anchor, and back', () => {
    for (const sides of pairs) {
      const anchors = alignTakes(sides)
      for (const anchor of anchors) {
        expect(mapMoment(anchors, 'A', anchor.A)).toBeCloseTo(anchor.B, 5)
        expect(mapMoment(anchors, 'B', anchor.B)).toBeCloseTo(anchor.A, 5)
      }
    }
  })

  it('are mapped in order, and never beyond their ends', () => {
    for (const sides of pairs) {
      const anchors = alignTakes(sides)
      for (const [from, to] of [
        ['A', 'B'],
        ['B', 'A'],
      ] as const) {
        let before = -1
        for (let step = 0; step <= 40; step += 1) {
          const atMs = mapMoment(anchors, from, (sides[from].take.durationMs * step) / 40)
          expect(atMs).toBeGreaterThanOrEqual(Math.max(0, before))
          expect(atMs).toBeLessThanOrEqual(sides[to].take.durationMs)
          before = atMs
        }
      }
    }
  })

  it('come back to where they were, between the first and the last anchor', () => {
    for (const sides of pairs) {
      const anchors = alignTakes(sides)
      const [first, last] = [anchors[0].A, anchors.at(-1)!.A]
      for (let step = 0; step <= 50; step += 1) {
        const atMs = first + ((last - first) * step) / 50
        const there = mapMoment(anchors, 'A', atMs)
        expect(Math.abs(mapMoment(anchors, 'B', there) - atMs)).toBeLessThan(0.01)
      }
    }
  })

  it('have as many anchors when A and B change places', () => {
    for (const { A, B } of pairs) {
      const count = alignTakes({ A, B }).length
      expect(alignTakes({ A: B, B: A })).toHaveLength(count)
    }
  })

  it('have one share at the same moment, from 0 to 1, and back', () => {
    for (const sides of pairs) {
      const anchors = alignTakes(sides)
      if (anchors.length === 1) continue
      const [first, last] = [anchors[0].A, anchors.at(-1)!.A]
      expect(shareAt(anchors, 'A', 0)).toBe(0)
      expect(shareAt(anchors, 'A', sides.A.take.durationMs)).toBeCloseTo(1, 9)
      for (let step = 0; step <= 20; step += 1) {
        const atMs = first + ((last - first) * step) / 20
        const share = shareAt(anchors, 'A', atMs)
        expect(shareAt(anchors, 'B', mapMoment(anchors, 'A', atMs))).toBeCloseTo(share, 6)
        expect(Math.abs(momentAt(anchors, 'A', share) - atMs)).toBeLessThan(0.01)
      }
    }
  })
})
