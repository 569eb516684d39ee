import { describe, expect, it } from 'vitest'
import { numbersOf } from '../../../../renderer/measures/numbers'
import { remarksOn } from '../../../../renderer/measures/remarks'
import type { Measures, Usual } from '../../../../shared/measures'
import { sampleMeasures, sampleUsual } from '../../../helpers/sampleMeasures'

const TARGET = { shortestMs: 60_000, longestMs: 120_000 }
const remarks = (change: Partial<Measures>, usual: Partial<Usual> | null = {}) =>
  remarksOn(sampleMeasures(change), usual && sampleUsual(usual), TARGET)
const first = (change: Partial<Measures>) => remarks(change).first
const second = (change: Partial<Measures>, usual: Partial<Usual> | null = {}) =>
  remarks(change, usual).second

describe('remarks on a take', () => {
  it('are two lines: length and pace, then how one spoke', () => {
    expect(remarks({}, null)).toEqual({
      first: ['1:34, a fitting length', 'About 130 to 155 words a minute'],
      second: ['First word after 1.2 s', 'Longest pause 2.3 s'],
    })
    expect(remarks({})).toEqual(remarks({}, null))
  })

  it('say plainly what did not happen', () => {
    expect(second({ pauses: [], timeToFirstWordMs: 0 }, null)).toEqual([
      'First word at once',
      'No pause',
    ])
    expect(second({ timeToFirstWordMs: 499 }, null)[0]).toBe('First word at once')
    expect(second({ timeToFirstWordMs: 500 }, null)[0]).toBe('First word after 0.5 s')
  })

  it('name the one thing that differs most from the own usual', () => {
    expect(second({ timeToFirstWordMs: 4200 }, { timeToFirstWordMs: 1800 })).toEqual([
      'First word after 4.2 s, usually after 1.8 s',
    ])
    expect(second({ timeToFirstWordMs: 0 }, { timeToFirstWordMs: 3100 })).toEqual([
      'First word at once, usually after 3.1 s',
    ])
    expect(second({ longestPauseMs: 6100 }, { longestPauseMs: 2400 })).toEqual([
      'Longest pause 6.1 s, usually 2.4 s',
    ])
    expect(second({ longestPauseMs: 2000 }, { longestPauseMs: 0 })).toEqual([
      'Longest pause 2.0 s, usually none',
    ])
    expect(second({ timeToFirstWordMs: 4200 }, { timeToFirstWordMs: 0 })).toEqual([
      'First word after 4.2 s, usually at once',
    ])
    expect(second({ speechShare: 0.6 }, { speechShare: 0.82 })).toEqual([
      'You spoke 60 % of the time, usually 82 %',
    ])
    expect(
      second(
        { timeToFirstWordMs: 2800, longestPauseMs: 9900 },
        { timeToFirstWordMs: 1400, longestPauseMs: 2200 },
      ),
    ).toEqual(['Longest pause 9.9 s, usually 2.2 s'])
  })

  it.each([
    { what: 'less than a second', longestPauseMs: 1600, usualMs: 700 },
    { what: 'less than half as much again', longestPauseMs: 8500, usualMs: 6000 },
  ])('let a difference of $what be', ({ longestPauseMs, usualMs }) => {
    expect(second({ longestPauseMs }, { longestPauseMs: usualMs })).toHaveLength(2)
  })

  it.each([
    { durationMs: 6_900, words: '0:06, 54 s under 1:00' },
    { durationMs: 31_000, words: '0:31, 29 s under 1:00' },
    { durationMs: 56_000, words: '0:56, a fitting length' },
    { durationMs: 130_000, words: '2:10, a fitting length' },
    { durationMs: 161_900, words: '2:41, 41 s over 2:00' },
    { durationMs: 300_000, words: '5:00, 3:00 over 2:00' },
  ])('compare a length of $durationMs ms with the target', ({ durationMs, words }) => {
    expect(first({ durationMs })[0]).toBe(words)
  })

  it('say nothing of the length where none is wanted', () => {
    const long = sampleMeasures({ durationMs: 300_000 })
    expect(remarksOn(long, sampleUsual(), null).first).toEqual(['About 130 to 155 words a minute'])
    expect(numbersOf(long, null, null)[0]).toMatchObject({ name: 'Length', here: '5:00' })
    expect(numbersOf(long, null, null)[0]?.meaning).not.toContain('This question')
  })

  it('say no pace of a word or two', () => {
    const paceWpm = { low: 184, high: 270 }
    expect(first({ paceWpm, speakingMs: 2900 })).toEqual(['1:34, a fitting length'])
  })

  it.each([
    { paceWpm: { low: 84, high: 109 }, words: 'Slow, about 85 to 110 words a minute' },
    { paceWpm: { low: 184, high: 221 }, words: 'Quick, about 185 to 220 words a minute' },
    { paceWpm: { low: 90, high: 112 }, words: 'About 90 to 110 words a minute' },
    { paceWpm: { low: 178, high: 210 }, words: 'About 180 to 210 words a minute' },
  ])('judge a pace of $paceWpm only when all of it is unusual', ({ paceWpm, words }) => {
    expect(first({ paceWpm })[1]).toBe(words)
  })

  it('say nothing of a take that is too quiet but that', () => {
    expect(remarks({ tooQuiet: true, durationMs: 300_000, longestPauseMs: 60_000 })).toEqual({
      // One fact: a low window shows no more.
      first: ['Too quiet to judge: move closer, or raise the input level'],
      second: [],
    })
  })

  it('say when nobody speaks', () => {
    expect(remarks({ timeToFirstWordMs: null })).toEqual({
      first: ['No speech was heard in this take'],
      second: [],
    })
  })

  it('put what is wrong with the sound first', () => {
    const loud = { clippedSamples: 900, noiseDb: -34, timeToFirstWordMs: 9000, durationMs: 200_000 }
    expect(remarks(loud)).toEqual({
      first: ['Too loud in places, it clipped'],
      second: ['3:20, 1:20 over 2:00'],
    })
    expect(first({ ...loud, clippedSamples: 0 })).toEqual(['Background nearly as loud as you'])
  })
})

describe('all numbers', () => {
  it('say in words that there was no pause', () => {
    const row = numbersOf(
      sampleMeasures({ pauses: [] }),
      sampleUsual({ longestPauseMs: 0 }),
      TARGET,
    )
    expect(row.find(({ name }) => name === 'Longest pause')).toMatchObject({
      here: 'None',
      usual: 'None',
    })
  })
})
