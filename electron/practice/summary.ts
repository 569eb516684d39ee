import { VERY_SHORT_MS, USUAL_FROM_TAKES } from '../../shared/defaults'
import type { Rating } from '../../shared/model'
import { dayNumberOf } from '../../shared/practice/day'
import type { SaidQuestion } from '../store/practice/summaryRows'
import { rated, type Memory } from './memory'
import type { QuestionState } from './questionState'
import { LONGEST_DAYS } from './rules'

/** What the takes of a question come to. Days are numbers; see day.ts. */
export interface Summary {
  costMs: number
  /** Null when it was never said. */
  saidDay: number | null
  /** Null when it was never rated. */
  memory: (Memory & { rating: Rating; ratedDay: number }) | null
}

type DatedTake = SaidQuestion['takes'][number] & { day: number }

/** One evening at most, and one flight. */
export const DAYS_THAT_A_CLOCK_IS_SET_BACK = 1

/** Saying it, hearing it and saying it better: a question takes so many times its answer. */
const TIMES_ITS_ANSWER = 3
/** Who tries something out, or talks for an hour once, changes no evening by more than this. */
const [LEAST_OF_TARGET, MOST_OF_TARGET] = [0.5, 2]

/** When a question is looked at. */
export interface Clock {
  /** The number of the day that it is. */
  day: number
  /** Whether what was said on this day counts already. */
  countsToday: boolean
}

/**
 * @param takes in the order in which they were said, as far as the clock knew
 * @param clock without one nothing is left out: true on every day after the last take
 */
export function summarise({ takes, target }: SaidQuestion, clock?: Clock): Summary {
  const said = takes
    .filter(({ durationMs }) => durationMs === null || durationMs >= VERY_SHORT_MS)
    .map((take) => ({ ...take, day: dayKnownAs(dayNumberOf(take.startedAtMs), clock) }))
    .filter(({ day }) => !clock || clock.countsToday || day < clock.day)
    .toSorted((one, other) => one.day - other.day)
  let memory: Summary['memory'] = null
  let saidDay: number | null = null
  for (const { day, rating } of ratedDays(said)) {
    if (rating !== null) {
      const since = saidDay === null ? 0 : day - saidDay
      memory = { ...rated(memory, since, rating), rating, ratedDay: day }
    }
    saidDay = day
  }
  return { costMs: costOf(said, target), saidDay, memory }
}

/**
 * A take that is still to come was said under a clock that has been set back. It was said today when
 * it is near; when it is far nobody knows when, and it must neither pass for said on every day until
 * then nor for fresh: it was said long ago.
 */
function dayKnownAs(day: number, clock: Clock | undefined): number {
  if (!clock || day <= clock.day) return day
  return day <= clock.day + DAYS_THAT_A_CLOCK_IS_SET_BACK ? clock.day : clock.day - LONGEST_DAYS
}

/** A summary, looked at on the day with this number. */
export function stateOn(
  day: number,
  question: Pick<QuestionState, 'questionId' | 'isStarred' | 'isAsked'>,
  { costMs, saidDay, memory }: Summary,
): QuestionState {
  const { stability = 0, difficulty = 0, rating = 1, ratedDay = 0 } = memory ?? {}
  return {
    ...question,
    costMs,
    saidDaysAgo: saidDay === null ? null : Math.max(1, day - saidDay),
    memory: memory && { stability, difficulty, rating, ratedDaysAgo: Math.max(1, day - ratedDay) },
  }
}

/** One rating a day: that of the best take, else of the last one that was rated. */
function ratedDays(takes: readonly DatedTake[]): { day: number; rating: Rating | null }[] {
  const days: { day: number; rating: Rating | null; isBest: boolean }[] = []
  for (const { day, rating, isBest } of takes) {
    let last = days.at(-1)
    if (last?.day !== day) days.push((last = { day, rating: null, isBest: false }))
    if (rating !== null && (isBest || !last.isBest)) Object.assign(last, { rating, isBest })
  }
  return days
}

function costOf(
  takes: readonly DatedTake[],
  { shortestMs, longestMs }: { shortestMs: number; longestMs: number },
): number {
  const middleMs = (shortestMs + longestMs) / 2
  const lengths = takes
    .flatMap(({ durationMs }) => durationMs ?? [])
    .toSorted((one, other) => one - other)
  const usualMs = lengths.length < USUAL_FROM_TAKES ? middleMs : median(lengths)
  const within = Math.min(Math.max(usualMs, middleMs * LEAST_OF_TARGET), middleMs * MOST_OF_TARGET)
  return Math.round(within * TIMES_ITS_ANSWER)
}

function median(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}
