import { describe, expect, test } from 'vitest'
import { noteOf, practiceCalendar } from '../../../../electron/interviews/practiceCalendar'

const ID = '0190a8f0-0000-7000-8000-000000000000'
const PRACTICE = {
  interviewId: ID,
  days: ['2026-03-28', '2026-03-29', '2026-03-30'],
  time: '02:30',
  minutes: 20,
  before: null,
  nowMs: Date.UTC(2026, 2, 27, 8),
}

type Entry = Record<string, string>

/** Reads a file as RFC 5545 says, and complains about whatever does not hold to it. */
function readCalendar(text: string): { head: Entry; entries: Entry[] } {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = text.split('\r\n')
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const unfolded = text
    .replaceAll(/\r\n[ \t]/g, '')
    .trimEnd()
    .split('\r\n')
  const head: Entry = {}
  const entries: Entry[] = []
  let open: Entry | null = null
  for (const line of unfolded) {
    const at = line.indexOf(':')
    const [name, value] = [line.slice(0, at), line.slice(at + 1)]
    expect(name).toMatch(/^[A-Z-]+(;[A-Z-]+=[^;:]+)*$/)
    if (line === 'BEGIN:VEVENT') open = {}
    else if (line === 'END:VEVENT') entries.push(open ?? {})
    else if (open && !line.startsWith('END')) open[name] = value
    else head[name] = value
  }
  for (const entry of entries)
    for (const needed of ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'SEQUENCE'])
      expect(Object.keys(entry)).toContain(needed)
  expect(new Set(entries.map(({ UID }) => UID)).size).toBe(entries.length)
  return { head, entries }
}

describe('the calendar file', () => {
  test('has an entry a day, at the time on the clock wherever one is', () => {
    const { head, entries } = readCalendar(practiceCalendar(PRACTICE))
    expect(head).toMatchObject({ VERSION: '2.0', METHOD: 'PUBLISH' })
    expect(entries.map(({ UID }) => UID)).toEqual(
      PRACTICE.days.map((day) => `${ID}-${day}@soundcheck`),
    )
    // No zone: half past two stays half past two, also in the night in which the clock leaves it out.
    expect(entries.map(({ DTSTART }) => DTSTART)).toEqual([
      '20260328T023000',
      '20260329T023000',
      '20260330T023000',
    ])
    expect(entries.map(({ DTEND }) => DTEND)).toEqual([
      '20260328T025000',
      '20260329T025000',
      '20260330T025000',
    ])
    expect(entries[0]).toMatchObject({
      SUMMARY: 'Practise for an interview',
      DTSTAMP: '20260327T080000Z',
      SEQUENCE: '0',
      STATUS: 'CONFIRMED',
    })
  })

  test('an evening may end after midnight', () => {
    const { entries } = readCalendar(
      practiceCalendar({ ...PRACTICE, time: '23:50', days: ['2026-12-31'] }),
    )
    expect(entries).toMatchObject([{ DTSTART: '20261231T235000', DTEND: '20270101T001000' }])
  })

  test('a second file updates the first: the same entries, a higher number, fallen days cancelled', () => {
    const before = noteOf(PRACTICE)
    expect(before).toEqual({ time: '02:30', sequence: 0, lastDay: '2026-03-30' })
    const second = { ...PRACTICE, days: ['2026-03-28'], time: '19:00', before }
    const { entries } = readCalendar(practiceCalendar(second))
    const first = readCalendar(practiceCalendar(PRACTICE)).entries
    expect(entries.map(({ UID }) => UID)).toEqual(first.map(({ UID }) => UID))
    expect(entries.map(({ SEQUENCE }) => SEQUENCE)).toEqual(['1', '1', '1'])
    expect(entries.map(({ STATUS }) => STATUS)).toEqual(['CONFIRMED', 'CANCELLED', 'CANCELLED'])
    // A third one still knows of the days that are cancelled.
    expect(noteOf(second)).toEqual({ time: '19:00', sequence: 1, lastDay: '2026-03-30' })
    const third = { ...PRACTICE, before: noteOf(second) }
    expect(readCalendar(practiceCalendar(third)).entries.map(({ STATUS }) => STATUS)).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CONFIRMED',
    ])
  })
})
