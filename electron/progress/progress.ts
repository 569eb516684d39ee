import { AppError } from '../../shared/errors'
import { addDays, dayOf, dayStartMs } from '../../shared/practice/day'
import type { ProgressRow, Week } from '../../shared/progress/progressRequests'
import type { RequestOutput } from '../../shared/contract'
import type { Reserve } from '../disk/reserve'
import type { Database } from '../store/database/database'
import { sumUp, type SessionsOfWeek, type Summaries, type SummariesWanted } from './makeSummaries'
import { readProgressRows, readStandings } from './readStandings'
import {
  missingSummaries,
  readSessionsOfWeek,
  readWeekSummary,
  storeSummaries,
  storeSummariesNow,
} from './storeSummaries'
import { openSummaries } from './summaryTables'
import { lastDayStarts, lastWeeks, type WeekSpan } from './weeks'

/** What changes while a thread sums it up is summed up once more; then here, where nothing can. */
const TRIES = 2

export interface ProgressTools {
  db: Database
  reserve: Pick<Reserve, 'spend'>
  /** Sums up away from this thread. */
  make: (wanted: SummariesWanted) => Promise<Summaries>
  now?: () => number
  /** Where one is, by the name of its clock. */
  timeZone?: () => string
}

/** What Progress shows, from stored summaries; those that are missing are made first. */
export class Progress {
  readonly #tools: Required<ProgressTools>
  #making: Promise<void> | null = null

  constructor(tools: ProgressTools) {
    this.#tools = { now: Date.now, timeZone: localTimeZone, ...tools }
  }

  async read(rowCount: number): Promise<RequestOutput<'progress.read'>> {
    const { db } = this.#tools
    return this.#withSummaries((nowMs) => {
      const { standings, questionIds } = readStandings(db)
      const today = dayOf(nowMs)
      return {
        today,
        endsAtMs: dayStartMs(addDays(today, 1)),
        weeks: lastWeeks(nowMs).map((week) => this.#weekOf(week)),
        standings,
        questionIds,
        rows: readProgressRows(db, questionIds.slice(0, rowCount), lastDayStarts(nowMs)),
      }
    })
  }

  rows(questionIds: readonly string[]): Promise<ProgressRow[]> {
    const { db } = this.#tools
    return this.#withSummaries((nowMs) => readProgressRows(db, questionIds, lastDayStarts(nowMs)))
  }

  /** @throws {AppError} NOT_FOUND when it is none of the weeks that are shown */
  week(day: string): Promise<RequestOutput<'progress.week'>> {
    return this.#withSummaries((nowMs) => {
      const span = lastWeeks(nowMs).find((week) => week.day === day)
      if (!span) throw new AppError('NOT_FOUND', `No week of ${day}`)
      const sessions = readSessionsOfWeek(this.#tools.db, span)
      return {
        week: this.#weekOf(span),
        sessions: this.#withTitles(sessions?.newest ?? []),
        sessionCount: sessions?.count ?? 0,
      }
    })
  }

  #weekOf(span: WeekSpan): Week {
    const summary = readWeekSummary(this.#tools.db, span)
    if (!summary) throw new Error(`The week of ${span.day} is not summed up`)
    return { day: span.day, ...summary }
  }

  #withTitles(sessions: SessionsOfWeek['newest']): RequestOutput<'progress.week'>['sessions'] {
    const titleOf = this.#tools.db.prepare<[string], { title: string; startedAtMs: number }>(
      'SELECT title, started_at_ms AS startedAtMs FROM sessions WHERE id = ?',
    )
    return sessions.flatMap((session) => {
      const named = titleOf.get(session.sessionId)
      return named ? [{ ...session, ...named }] : []
    })
  }

  /** @param read must not wait for anything: nothing changes until it is done */
  #withSummaries<Result>(read: (nowMs: number) => Result): Promise<Result> {
    const { db, reserve, now, timeZone } = this.#tools
    return reserve.spend(async () => {
      openSummaries(db, timeZone())
      for (let time = 0; time < TRIES && this.#missing(now()); time += 1) {
        await (this.#making ??= this.#make().finally(() => {
          this.#making = null
        }))
      }
      const nowMs = now()
      const missing = this.#missing(nowMs)
      if (missing) storeSummariesNow(db, sumUp(db, missing))
      return read(nowMs)
    })
  }

  #missing(nowMs: number): SummariesWanted | null {
    return missingSummaries(this.#tools.db, lastWeeks(nowMs), nowMs)
  }

  async #make(): Promise<void> {
    const { db, make, now } = this.#tools
    const missing = this.#missing(now())
    if (missing) await storeSummaries(db, await make(missing))
  }
}

function localTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
