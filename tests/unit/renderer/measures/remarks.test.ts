import { describe, expect, it } from 'vitest'
import { numbersOf } from '../../../../renderer/measures/numbers'
import { remarksOn } from '../../../../renderer/measures/remarks'
import type { Measures, Usual } from '../../../../shared/measures'
import { sampleMeasures, sampleUsual } from '../../../helpers/sampleMeasures'

const TARGET = { shortestMs: 60_000, longestMs: 120_000 }
const remarks = (change: Partial<Measures>, usual: Partial<Usual> | null = {}) =>
  remarksOn(sampleMeasures(change), usual && sampleUsual(usual), TARGET)

describe('remarks on a take', () => {
  it('are one calm sentence when it is as usual', () => {
    expect(remarks({})).toEqual(['Much like your usual.'])
  })

  it('are plain facts while nothing is usual yet', () => {
    expect(remarks({ speakingMs: 58_000, longestPauseMs: 1400 }, null)).toEqual([
      'You started after 1.2 s, spoke for 0:58 and paused longest for 1.4 s.',
    ])
    expect(remarks({ pauses: [] }, null)).toEqual([
      'You started after 1.2 s and spoke for 1:18 without a pause.',
    ])
  })

  it('name what differs from the own usual', () => {
    expect(remarks({ timeToFirstWordMs: 4200 }, { timeToFirstWordMs: 1800 })).toEqual([
      'You started speaking after 4.2 s. Your usual is 1.8 s.',
    ])
    expect(remarks({ longestPauseMs: 6100 }, { longestPauseMs: 2400 })).toEqual([
      'Your longest pause was 6.1 s. Your usual is 2.4 s.',
    ])
    expect(remarks({ speechShare: 0.6 }, { speechShare: 0.82 })).toEqual([
      'You spoke for 60 % of your answer. Your usual is 82 %.',
    ])
  })

  it('say nothing of the length where none is wanted', () => {
    const long = sampleMeasures({ durationMs: 300_000 })
    expect(remarksOn(long, sampleUsual(), TARGET)).toEqual([
      '5:00, longer than the 1:00 to 2:00 of this question.',
    ])
    expect(remarksOn(long, sampleUsual(), null)).toEqual(['Much like your usual.'])
    expect(numbersOf(long, null, null)[0]).toMatchObject({ name: 'Length', here: '5:00' })
    expect(numbersOf(long, null, null)[0]?.meaning).not.toContain('This question')
  })

  it.each([
    { what: 'less than a second', longestPauseMs: 1600, usualMs: 700 },
    { what: 'less than half as much again', longestPauseMs: 8500, usualMs: 6000 },
  ])('let a difference of $what be', ({ longestPauseMs, usualMs }) => {
    expect(remarks({ longestPauseMs }, { longestPauseMs: usualMs })).toEqual([
      'Much like your usual.',
    ])
  })

  it.each([
    { durationMs: 161_000, words: '2:41, longer than the 1:00 to 2:00 of this question.' },
    { durationMs: 31_000, words: '0:31, shorter than the 1:00 to 2:00 of this question.' },
    { durationMs: 130_000, words: 'Much like your usual.' },
    { durationMs: 56_000, words: 'Much like your usual.' },
  ])('compare a length of $durationMs ms with the target', ({ durationMs, words }) => {
    expect(remarks({ durationMs })).toEqual([words])
  })

  it('say no pace of a word or two', () => {
    const paceWpm = { low: 184, high: 270 }
    expect(remarks({ paceWpm, speakingMs: 2900 })).not.toContainEqual(
      expect.stringContaining('pace'),
    )
  })

  it.each([
    {
      paceWpm: { low: 84, high: 109 },
      words: 'A slow pace: about 85 to 110 words a minute, estimated.',
    },
    {
      paceWpm: { low: 184, high: 221 },
      words: 'A quick pace: about 185 to 220 words a minute, estimated.',
    },
    { paceWpm: { low: 90, high: 112 }, words: 'Much like your usual.' },
    { paceWpm: { low: 178, high: 210 }, words: 'Much like your usual.' },
  ])('mention a pace of $paceWpm only when all of it is unusual', ({ paceWpm, words }) => {
    expect(remarks({ paceWpm })).toEqual([words])
  })

  it('say nothing of a take that is too quiet but that', () => {
    expect(remarks({ tooQuiet: true, durationMs: 300_000, longestPauseMs: 60_000 })).toEqual([
      'Too quiet to judge. Move closer to the microphone, or raise the input level.',
    ])
  })

  it('say when nobody speaks', () => {
    expect(remarks({ timeToFirstWordMs: null })).toEqual(['No speech was heard in this take.'])
  })

  it('put what is wrong with the sound first, and stop after three', () => {
    const said = remarks(
      {
        clippedSamples: 900,
        noiseDb: -34,
        timeToFirstWordMs: 9000,
        longestPauseMs: 30_000,
        durationMs: 200_000,
      },
      { timeToFirstWordMs: 0, longestPauseMs: 2000 },
    )
    expect(said).toEqual([
      'Some words were too loud for the microphone: it clipped.',
      'The background was nearly as loud as your voice.',
      'You started speaking after 9.0 s. Your usual is 0.0 s.',
    ])
  })

  it('put the most different first', () => {
    expect(
      remarks(
        { timeToFirstWordMs: 2800, longestPauseMs: 9900, durationMs: 170_000 },
        { timeToFirstWordMs: 1400, longestPauseMs: 2200 },
      ),
    ).toEqual([
      'Your longest pause was 9.9 s. Your usual is 2.2 s.',
      'You started speaking after 2.8 s. Your usual is 1.4 s.',
      '2:50, longer than the 1:00 to 2:00 of this question.',
    ])
  })
})
