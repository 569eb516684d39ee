import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { addDays, type Day } from '../../shared/practice/day'
import type { CalendarNote } from '../store/interviews/interviewRows'

interface Practice {
  interviewId: string
  /** Those with an entry, in their order. */
  days: readonly Day[]
  /** `HH:MM` */
  time: string
  minutes: number
  /** What the file before this one said; null: it is the first. */
  before: CalendarNote | null
  nowMs: number
}

/** What the new file says, to be kept for the next one. */
export function noteOf({ days, time, before }: Practice): CalendarNote {
  const lastDay = [...days, ...(before ? [before.lastDay] : [])].toSorted().at(-1) ?? ''
  return { time, sequence: before ? before.sequence + 1 : 0, lastDay }
}

/**
 * A calendar file with one entry for each day. An entry is known by its interview and its day, so a
 * calendar that has read an earlier file puts these in the place of those; days that fell away are
 * cancelled. Times are those on the clock wherever one is, without a time zone: seven in the evening
 * stays seven when the clock is changed, and on a journey. Nothing in it says who the employer is.
 */
export function practiceCalendar(practice: Practice): string {
  const { interviewId, days, time, minutes, before, nowMs } = practice
  const calendar = ical({
    prodId: { company: 'Soundcheck', product: 'Practice', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  const gone = before ? daysAfter(days.at(-1), before.lastDay) : []
  for (const day of [...days, ...gone]) {
    // The library writes what the clock in UTC says, and leaves the zone out.
    const start = new Date(`${day}T${time}:00Z`)
    calendar.createEvent({
      id: `${interviewId}-${day}@soundcheck`,
      sequence: noteOf(practice).sequence,
      stamp: new Date(nowMs),
      start,
      end: new Date(start.getTime() + minutes * 60_000),
      floating: true,
      summary: 'Practise for an interview',
      description: 'Open Soundcheck: Practice says which questions are next.',
      status: gone.includes(day) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return `${calendar.toString()}\r\n`
}

/** Those that an earlier file had, and this one does not. */
function daysAfter(last: Day | undefined, end: Day): Day[] {
  const gone: Day[] = []
  if (last === undefined) return gone
  for (let day = addDays(last, 1); day <= end; day = addDays(day, 1)) gone.push(day)
  return gone
}
