import { describe, expect, it } from 'vitest'
import {
  blindLoudnessWords,
  loudnessWords,
  matchLoudness,
  MOST_TURNED_DOWN_DB,
  volumeOf,
} from '../../../../../renderer/compare/duel/matchedLoudness'
import { randomFrom, sideOf } from './sidesOf'

const SPEECH = [{ startMs: 0, endMs: 9000 }]
const loud = (integratedLufs: number | null) => sideOf(10_000, [], SPEECH, { integratedLufs })

describe('equally loud', () => {
  it('turns the louder one down to the quieter one', () => {
    const match = matchLoudness({ A: loud(-20), B: loud(-23.2) })
    expect(volumeOf(match, 'A')).toBeCloseTo(10 ** (-3.2 / 20), 6)
    expect(volumeOf(match, 'B')).toBe(1)
    expect(loudnessWords(match)).toBe('Played equally loud: A is turned down by 3.2 dB.')
    expect(blindLoudnessWords(match)).toBe('Both are played equally loud.')
  })

  it('turns B down where B is louder', () => {
    const match = matchLoudness({ A: loud(-30), B: loud(-24) })
    expect(volumeOf(match, 'A')).toBe(1)
    expect(loudnessWords(match)).toBe('Played equally loud: B is turned down by 6.0 dB.')
  })

  it('leaves both as they are where they are the same, or not measured', () => {
    const same = matchLoudness({ A: loud(-20), B: loud(-20.04) })
    const without = [
      matchLoudness({ A: loud(-20), B: sideOf(10_000) }),
      matchLoudness({ A: loud(null), B: loud(-20) }),
    ]
    for (const match of [same, ...without]) {
      expect([volumeOf(match, 'A'), volumeOf(match, 'B')]).toEqual([1, 1])
    }
    expect(loudnessWords(same)).toBe('Both are equally loud.')
    expect(without.map(loudnessWords)).toEqual(
      Array(2).fill('Loudness is not measured yet: both are played as recorded.'),
    )
  })

  it('leaves something to hear of the louder one beside a whisper', () => {
    const match = matchLoudness({ A: loud(-18), B: loud(-55) })
    expect(volumeOf(match, 'A')).toBeCloseTo(10 ** (-MOST_TURNED_DOWN_DB / 20), 6)
    expect(loudnessWords(match)).toBe(
      'A is turned down by 20.0 dB, the most there is: B is still quieter.',
    )
  })

  it('never clips, and ends with both the same, whatever they were', () => {
    const random = randomFrom(7)
    for (let pair = 0; pair < 1000; pair += 1) {
      const [a, b] = [-70 + random() * 70, -70 + random() * 70]
      const match = matchLoudness({ A: loud(a), B: loud(b) })
      const [gainA, gainB] = [volumeOf(match, 'A'), volumeOf(match, 'B')]
      expect(Math.max(gainA, gainB)).toBe(1)
      expect(Math.min(gainA, gainB)).toBeGreaterThan(0)
      const apart = Math.abs(a + 20 * Math.log10(gainA) - (b + 20 * Math.log10(gainB)))
      expect(apart).toBeLessThan(Math.max(0.051, Math.abs(a - b) - MOST_TURNED_DOWN_DB + 1e-9))
    }
  })
})
