import { describe, expect, it } from 'vitest'
import {
  count,
  formatClock,
  formatDifference,
  formatLevel,
  formatMiddlePace,
  formatMinutesLeft,
  formatMoment,
  formatMomentInside,
  formatPace,
  formatPause,
  formatRoughly,
  formatSeconds,
  formatShare,
  formatSize,
  formatTenths,
  formatTimes,
} from '../../../../renderer/lib/format'

describe('formatClock', () => {
  it.each([
    [0, '0:00'],
    [999, '0:00'],
    [59_999, '0:59'],
    [94_000, '1:34'],
    [3_599_999, '59:59'],
    [3_725_000, '1:02:05'],
    [-5, '0:00'],
  ])('shows %i ms as %s', (durationMs, shown) => {
    expect(formatClock(durationMs)).toBe(shown)
  })
})

describe('formatTenths', () => {
  it.each([
    [0, '0:00.0'],
    [23_450, '0:23.4'],
    [59_999, '0:59.9'],
    [3_725_600, '1:02:05.6'],
  ])('shows %i ms as %s', (atMs, shown) => {
    expect(formatTenths(atMs)).toBe(shown)
  })
})

describe('times and lengths', () => {
  const secondsOf = (shown: string) =>
    shown
      .replace(/ s\b/, '')
      .split(':')
      .filter((part) => part.trim() !== '')
      .reduce((sum, part) => sum * 60 + Number(part), 0)

  it('are never more than has passed, and the same seconds wherever they are shown', () => {
    for (let ms = 0; ms < 200_000; ms += 37) {
      const seconds = Math.floor(ms / 1000)
      expect(secondsOf(formatClock(ms))).toBe(seconds)
      expect(formatTenths(ms)).toBe(`${formatClock(ms)}.${Math.floor(ms / 100) % 10}`)
      expect(Math.floor(secondsOf(formatSeconds(ms)))).toBe(seconds)
    }
  })

  it('are not cut short by fractions that stand for a whole', () => {
    expect(formatSeconds(299.999_999_9)).toBe('0.3 s')
    expect(formatTenths(12_299.999_999_9)).toBe('0:12.3')
    expect(formatClock(5999.999_999_9)).toBe('0:06')
  })

  it('of a short stretch have tenths', () => {
    expect([0, 1960, 4249, 59_999, 60_000, 65_900].map(formatSeconds)).toEqual([
      '0.0 s',
      '1.9 s',
      '4.2 s',
      '59.9 s',
      '1:00',
      '1:05',
    ])
  })

  it('that differ do so by what both show', () => {
    expect(formatDifference(6_900, 45_000)).toBe('39 s')
    expect(formatDifference(161_900, 120_000)).toBe('41 s')
    expect(formatDifference(200_000, 120_000)).toBe('1:20')
  })

  it('of a pause are words where there was none', () => {
    expect([0, 40, 420].map(formatPause)).toEqual(['None', '0.0 s', '0.4 s'])
  })

  it('are said roughly where nobody knows them better', () => {
    expect([200, 1400, 3600, 89_000, 90_000, 200_000].map(formatRoughly)).toEqual([
      '1 second',
      '1 second',
      '4 seconds',
      '89 seconds',
      '2 minutes',
      '3 minutes',
    ])
  })

  it('that are left are counted in minutes', () => {
    expect([59_999, 60_000, 299_000, 300_000, 599_000].map(formatMinutesLeft)).toEqual([
      'less than a minute',
      'about 1 minute',
      'about 4 minutes',
      'about 5 minutes',
      'about 5 minutes',
    ])
  })
})

describe('what is measured', () => {
  it('is rounded to the nearest step', () => {
    expect(formatShare(0.617)).toBe('62 %')
    expect(formatLevel(-16.34, 'LUFS')).toBe('−16.3 LUFS')
    expect(formatLevel(-0.04, 'dB')).toBe('0.0 dB')
    expect(formatPace({ low: 97.4, high: 122.6 })).toBe('95 to 125')
    expect(formatMiddlePace(108)).toBe('about 110')
    expect(formatTimes(11.6)).toBe('12 times')
  })
})

describe('formatMoment', () => {
  const now = new Date(2026, 10, 23, 21, 0).getTime()
  const moment = (...date: [number, number, number, number, number]) =>
    formatMoment(new Date(...date).getTime(), now)

  it('says today and yesterday with the time of day', () => {
    expect(moment(2026, 10, 23, 19, 30)).toBe('Today, 19:30')
    expect(moment(2026, 10, 22, 8, 5)).toBe('Yesterday, 08:05')
  })

  it('goes by the calendar, not by hours', () => {
    expect(moment(2026, 10, 22, 23, 59)).toBe('Yesterday, 23:59')
    expect(moment(2026, 10, 23, 0, 0)).toBe('Today, 00:00')
  })

  it('names the day before that, and the year when it is another one', () => {
    // Versions of the language data differ in the comma after the day.
    expect(moment(2026, 10, 16, 19, 30)).toMatch(/^Monday,? 16 November, 19:30$/)
    expect(moment(2025, 10, 16, 19, 30)).toMatch(/^Sunday,? 16 November 2025, 19:30$/)
  })

  it('survives the day on which the clocks change', () => {
    const afterChange = new Date(2026, 9, 26, 0, 30).getTime()
    expect(formatMoment(new Date(2026, 9, 25, 0, 30).getTime(), afterChange)).toBe(
      'Yesterday, 00:30',
    )
  })
})

describe('formatMomentInside', () => {
  it('fits into a sentence', () => {
    const now = new Date(2026, 10, 23, 21, 0).getTime()
    const moment = (...date: [number, number, number, number, number]) =>
      formatMomentInside(new Date(...date).getTime(), now)
    expect(moment(2026, 10, 23, 19, 30)).toBe('today, 19:30')
    expect(moment(2026, 10, 22, 8, 5)).toBe('yesterday, 08:05')
    expect(moment(2026, 10, 16, 19, 30)).toMatch(/^Monday/)
  })
})

describe('formatSize', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 KB'],
    [212_400, '212 KB'],
    [999_499, '999 KB'],
    [999_500, '1.0 MB'],
    [1_440_000, '1.4 MB'],
    [120_000_000, '120.0 MB'],
  ])('shows %i bytes as %s', (bytes, shown) => {
    expect(formatSize(bytes)).toBe(shown)
  })
})

describe('count', () => {
  it('has one word for one and another for all else', () => {
    expect(count(10_000, 'take')).toBe('10,000 takes')
    expect(count(0, 'take')).toBe('0 takes')
    expect(count(1, 'take')).toBe('1 take')
    expect(count(2, 'entry', 'entries')).toBe('2 entries')
  })
})
