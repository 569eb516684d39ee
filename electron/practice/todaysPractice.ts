import type { Day } from '../../shared/practice/day'
import { addDays, daysBetween, dayNumberOf, dayOf, dayStartMs } from '../../shared/practice/day'
import type { Today, TodayQuestion } from '../../shared/practice/practiceRequests'
import type { PracticeScope } from '../../shared/practice/scope'
import type { Database } from '../store/database/database'
import {
  firstLeftOut,
  listPractisedQuestions,
  listSaidBetween,
  nameQuestions,
  type NamedQuestion,
  type PractisedQuestion,
  type SaidInTime,
} from '../store/practice/practisedQuestions'
import { listPutOff, putOffQuestion } from '../store/practice/putOff'
import { readSettings } from '../store/settings'
import { currentStates, sumUpAll } from './currentStates'
import { oneMore, plan, type PlanInput } from './plan'
import { isNew, isWeak, type QuestionState } from './questionState'
import { reasonFor } from './reasons'
import { LONGEST_DAYS, phaseOf } from './rules'
import { DAYS_THAT_A_CLOCK_IS_SET_BACK } from './summary'

/** The nearest interview that is not past on this day. */
export type NearestInterview = (
  db: Database,
  day: Day,
) => { date: Day; scope: PracticeScope | null } | null

/** A list that is brought in meanwhile may leave as much to do again. */
const MOST_TIMES = 3

interface Remembered {
  key: string
  today: Today
}

/** What is to be practised today, and what was put off. */
export class TodaysPractice {
  readonly #db: Database
  readonly #nearestInterview: NearestInterview
  #remembered: Remembered | null = null

  constructor(db: Database, nearestInterview: NearestInterview) {
    this.#db = db
    this.#nearestInterview = nearestInterview
  }

  /** While nothing was changed and it is the same day, it is the same. */
  async today(nowMs: number): Promise<Today> {
    if (this.#remembered?.key === this.#key(nowMs)) return this.#remembered.today
    // Nobody else has a turn meanwhile: what is worked out is what is there.
    let today = this.#workOut(nowMs)
    for (let times = 0; !today; times += 1) {
      await sumUpAll(this.#db, this.#practised(nowMs))
      // On a full disk none of it was stored: then all of it is made here, without being kept.
      today = this.#workOut(nowMs, times < MOST_TIMES ? undefined : Infinity)
    }
    this.#remembered = { key: this.#key(nowMs), today }
    return today
  }

  putOff(input: { questionId: string; isPutOff: boolean }, nowMs: number): void {
    putOffQuestion(this.#db, { ...input, day: dayOf(nowMs) })
  }

  /** Different after any change to the database, on another day and in another place. */
  #key(nowMs: number): string {
    const here = this.#db.prepare('SELECT total_changes()').pluck().get()
    const elsewhere = this.#db.pragma('data_version', { simple: true })
    return [here, elsewhere, dayOf(nowMs), new Date(nowMs).getTimezoneOffset()].join(' ')
  }

  /** What the nearest interview is for, else what one practises for anyway. */
  #practised(nowMs: number): PractisedQuestion[] {
    const interview = this.#nearestInterview(this.#db, dayOf(nowMs))
    const scope = interview?.scope ?? readSettings(this.#db).practiceScope
    return listPractisedQuestions(this.#db, scope)
  }

  /** @returns null when too much is missing */
  #workOut(nowMs: number, mostMissing?: number): Today | null {
    const db = this.#db
    const day = dayOf(nowMs)
    const minutes = readSettings(db).practiceMinutes
    const interview = this.#nearestInterview(db, day)
    const daysLeft = interview && daysBetween(day, interview.date)
    const practised = this.#practised(nowMs)
    const states = currentStates(db, practised, dayNumberOf(nowMs), mostMissing)
    if (!states) return null
    const { atStart } = states

    const putOff = listPutOff(db, day)
    const said = saidOn(db, day)
    const saidIds = new Set(said.map(({ questionId }) => questionId))
    const planned = plan({ states: atStart, daysLeft, minutes })
    const isPutOff = ({ questionId }: QuestionState): boolean =>
      putOff.has(questionId) && !saidIds.has(questionId)
    const listed = planned.filter((state) => !isPutOff(state))
    const plannedIds = new Set(planned.map(({ questionId }) => questionId))
    const isTaken = ({ questionId }: QuestionState): boolean =>
      plannedIds.has(questionId) || saidIds.has(questionId) || putOff.has(questionId)
    const isOpen = listed.some(({ questionId }) => !saidIds.has(questionId))
    const more = isOpen ? null : oneMore({ states: atStart, daysLeft, minutes }, isTaken)

    const names = nameQuestions(
      db,
      [...listed, ...(more ? [more] : [])].map(({ questionId }) => questionId),
    )
    const shown = (state: QuestionState): TodayQuestion[] => {
      const name = names.get(state.questionId)
      return name ? [this.#shown(state, name, { day, isSaid: saidIds.has(state.questionId) })] : []
    }
    const questions = listed.flatMap(shown)
    const left = questions.filter(({ isSaid }) => !isSaid)
    return {
      day,
      endsAtMs: dayStartMs(addDays(day, 1)),
      minutes,
      interview: interview && daysLeft !== null ? { date: interview.date, daysLeft } : null,
      phase: phaseOf(daysLeft),
      state: stateOf({ known: practised.length, listed: questions.length, left: left.length }),
      questions,
      remainingMs: left.reduce((sum, { costMs }) => sum + costMs, 0),
      putOffCount: planned.length - listed.length,
      done: {
        questionCount: saidIds.size,
        takeCount: said.length,
        spokenMs: said.reduce((sum, { durationMs }) => sum + durationMs, 0),
      },
      next: isOpen ? null : nextDay({ states: states.tomorrow(), daysLeft, minutes }, day),
      oneMore: (more && shown(more)[0]) ?? null,
    }
  }

  #shown(
    state: QuestionState,
    { question, shortTitle, language, packTitle }: NamedQuestion,
    { day, isSaid }: { day: Day; isSaid: boolean },
  ): TodayQuestion {
    const { questionId, costMs } = state
    const beforeMs = dayStartMs(day)
    const leftOut = isNew(state) ? null : firstLeftOut(this.#db, { questionId, beforeMs })
    return {
      questionId,
      question,
      shortTitle,
      language,
      packTitle,
      costMs,
      reason: reasonFor(state, { day, leftOut }),
      isSaid,
      isShrinkingOffered: isWeak(state),
    }
  }
}

/** Also what lies a little ahead: the clock was set back; see summary.ts. */
function saidOn(db: Database, day: Day): SaidInTime[] {
  const untilMs = dayStartMs(addDays(day, 1 + DAYS_THAT_A_CLOCK_IS_SET_BACK))
  return listSaidBetween(db, { fromMs: dayStartMs(day), untilMs })
}

function stateOf(count: { known: number; listed: number; left: number }): Today['state'] {
  if (count.known === 0) return 'noQuestions'
  if (count.listed === 0) return 'nothingDue'
  return count.left === 0 ? 'done' : 'open'
}

/**
 * The next day on which something is to be said, if nothing more is said today. Without an interview
 * that is known: every question comes again after a while.
 */
function nextDay({ states, daysLeft, minutes }: PlanInput, day: Day): Today['next'] {
  for (let more = 1; more <= LONGEST_DAYS; more += 1) {
    const later = states.map((state) => inDays(state, more - 1))
    const left = daysLeft === null ? null : daysLeft - more
    const { length } = plan({ states: later, daysLeft: left, minutes })
    if (length > 0) return { day: addDays(day, more), questionCount: length }
  }
  return null
}

function inDays(state: QuestionState, days: number): QuestionState {
  if (days === 0) return state
  const { saidDaysAgo, memory } = state
  return {
    ...state,
    saidDaysAgo: saidDaysAgo === null ? null : saidDaysAgo + days,
    memory: memory && { ...memory, ratedDaysAgo: memory.ratedDaysAgo + days },
  }
}
