import { Evening } from './evening'
import { mostHelped } from './gain'
import { isForgotten, isNew, isWeak, type QuestionState } from './questionState'
import {
  CALM_DUE_SHARE,
  CALM_NEW,
  FIRST_SHARE,
  isDue,
  MINUTES_FOR_EACH_NEW,
  NEW_UNTIL_DAYS,
  phaseOf,
  recallIn,
  SURE_FROM,
  TIMES_MORE,
  TO_SAY_AT_THE_END,
} from './rules'

export interface PlanInput {
  /** Of what one practises for, in the order of the packs, as known when the day began. */
  states: readonly QuestionState[]
  /** Null without an interview. */
  daysLeft: number | null
  minutes: number
}

/** What to say today, in order. The same input always gives the same plan. */
export function plan(input: PlanInput): QuestionState[] {
  const daysLeft = input.daysLeft ?? 0
  switch (phaseOf(input.daysLeft)) {
    case 'noDate':
      return inOrder(calmEvening(input))
    case 'learning':
      return inOrder(learningEvening(input, daysLeft))
    case 'lastDays':
      return inOrder(lastEvening(input, daysLeft))
    case 'dayBefore':
    case 'interviewDay':
      return inOrder(theEnd(input, daysLeft))
  }
}

/** What may come after that, for who would like one more. */
export function oneMore(
  { states, daysLeft }: PlanInput,
  isTaken: (state: QuestionState) => boolean,
): QuestionState | null {
  const phase = phaseOf(daysLeft)
  if (phase === 'dayBefore' || phase === 'interviewDay') return null
  const free = states.filter((state) => !isTaken(state))
  const known = byRecall(free.filter((state) => !isNew(state)))
  const others = [...firstOfNew(free), ...known]
  return known.find((state) => isDue(state)) ?? others[0] ?? null
}

/** Without a date: what is due, and a few new ones. */
function calmEvening({ states, minutes }: PlanInput): QuestionState[] {
  const evening = new Evening(minutes)
  const fresh = firstOfNew(states)
  const due = byRecall(states.filter((state) => isDue(state)))
  takeAsked(evening, states)
  const keepingMs = fresh.length > 0 ? evening.leftMs * (1 - CALM_DUE_SHARE) : 0
  evening.take([...due.filter(isForgotten), ...due], { keepingMs })
  evening.take(fresh.slice(0, Math.max(CALM_NEW, Math.round(minutes / MINUTES_FOR_EACH_NEW))))
  evening.take(due)
  return evening.taken
}

/**
 * Until three days before the interview: what was forgotten, the day's share of the new ones, then
 * what would not be known on the day of the interview.
 */
function learningEvening({ states, minutes }: PlanInput, daysLeft: number): QuestionState[] {
  const evening = new Evening(minutes)
  const { budgetMs } = evening
  const fresh = firstOfNew(states, { isTight: !hasTimeForAll({ states, minutes }, daysLeft) })
  // All are to be said some times more: so many evenings are not for new ones.
  const eveningsForMore = (TIMES_MORE * totalMs(states)) / budgetMs
  const daysForNew = Math.max(1, daysLeft - NEW_UNTIL_DAYS + 1 - eveningsForMore)
  const shareMs = totalMs(fresh) / daysForNew

  takeAsked(evening, states)
  takeFirst(evening, states, { wanted: states.filter(isForgotten), daysLeft })
  evening.take(fresh, { keepingMs: Math.max(0, evening.leftMs - shareMs) })
  evening.take(
    mostHelped(
      states.filter((state) => !isNew(state) && recallIn(state, daysLeft) < SURE_FROM),
      upTo(daysLeft, states, evening),
    ),
  )
  evening.take(fresh)
  return evening.taken
}

/**
 * The day after that: what was forgotten and what is starred, and what is weak. What could not be
 * said even once by then is said now, as far as there is time.
 */
function lastEvening({ states, minutes }: PlanInput, daysLeft: number): QuestionState[] {
  const evening = new Evening(minutes)
  const known = states.filter((state) => !isNew(state))
  const fresh = firstOfNew(states, { isTight: true })
  const wanted = [...known.filter(isForgotten), ...known.filter((state) => state.isStarred)]
  takeAsked(evening, states)
  takeFirst(evening, states, { wanted, daysLeft })
  evening.take(fresh)
  for (const group of [wanted, known.filter(isWeak), known]) {
    evening.take(mostHelped(group, upTo(daysLeft, group, evening)))
  }
  return evening.taken
}

/** The day before and the day itself: three to say once more. New ones only where there is nothing else. */
function theEnd({ states, minutes }: PlanInput, daysLeft: number): QuestionState[] {
  const evening = new Evening(minutes)
  const known = byRecall(
    states.filter((state) => !isNew(state)),
    daysLeft,
  )
  const wanted = [
    ...known.filter(isForgotten),
    ...known.filter((state) => state.isStarred || state.isAsked),
    ...known.filter(isWeak),
    ...known,
    ...firstOfNew(states),
  ]
  evening.take([...new Set(wanted)].slice(0, TO_SAY_AT_THE_END))
  return evening.taken
}

/** What was asked in an interview comes before everything else, whenever there is a reason to say it. */
function takeAsked(evening: Evening, states: readonly QuestionState[]): void {
  const asked = states.filter((state) => state.isAsked && (isNew(state) || isDue(state)))
  evening.take(byRecall(asked))
}

/** First, but what is needed to say every question at least once is left to those that never were. */
function takeFirst(
  evening: Evening,
  states: readonly QuestionState[],
  { wanted, daysLeft }: { wanted: readonly QuestionState[]; daysLeft: number },
): void {
  const freshMs = totalMs(states.filter(isNew))
  if (freshMs === 0) return evening.take(byRecall(wanted))
  const neededMs = freshMs / Math.max(1, daysLeft - 1)
  const keptMs = Math.max(0, evening.leftMs - evening.budgetMs * FIRST_SHARE)
  // When there is not the time for all of them anyway, they need not have all of it.
  const keepingMs = neededMs > evening.budgetMs ? keptMs : Math.max(keptMs, neededMs)
  for (const state of byRecall(wanted)) {
    if (state.costMs > evening.leftMs - keepingMs) return
    evening.take([state])
  }
}

/** Whether all that were never said can still be said before the day before the interview. */
function hasTimeForAll(
  { states, minutes }: Pick<PlanInput, 'states' | 'minutes'>,
  daysLeft: number,
): boolean {
  return totalMs(states.filter(isNew)) <= minutes * 60_000 * (daysLeft - 1)
}

/** As many as an evening could hold. */
function upTo(
  days: number,
  states: readonly QuestionState[],
  evening: Evening,
): { days: number; count: number } {
  const shortestMs = states.reduce((least, { costMs }) => Math.min(least, costMs), Infinity)
  const count = Math.ceil(evening.budgetMs / shortestMs) + 1
  return { days, count: Math.min(count, states.length) + evening.taken.length }
}

/**
 * Those that were never said: asked ones, starred ones, then in the order of their packs. When there
 * is not the time to say them all, the shorter ones come before the longer: more of them can be said.
 */
function firstOfNew(
  states: readonly QuestionState[],
  { isTight = false }: { isTight?: boolean } = {},
): QuestionState[] {
  const rank = ({ isAsked, isStarred }: QuestionState): number => (isAsked ? 0 : isStarred ? 1 : 2)
  return states
    .filter(isNew)
    .toSorted((one, other) => rank(one) - rank(other) || (isTight ? one.costMs - other.costMs : 0))
}

/** Those that are most likely forgotten in so many days come first. */
function byRecall(states: readonly QuestionState[], days = 0): QuestionState[] {
  return states
    .map((state) => ({ state, recall: recallIn(state, days) }))
    .toSorted((one, other) => one.recall - other.recall)
    .map(({ state }) => state)
}

/** How an evening goes: what they have asked, what was forgotten, what is known, what is new. */
function inOrder(taken: readonly QuestionState[]): QuestionState[] {
  const rank = (state: QuestionState): number => {
    if (state.isAsked) return 0
    if (isForgotten(state)) return 1
    return isNew(state) ? 3 : 2
  }
  const known = byRecall(taken.filter((state) => !isNew(state)))
  return [...known, ...taken.filter(isNew)].toSorted((one, other) => rank(one) - rank(other))
}

function totalMs(states: readonly QuestionState[]): number {
  return states.reduce((sum, { costMs }) => sum + costMs, 0)
}
