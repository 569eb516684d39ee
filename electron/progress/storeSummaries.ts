import { setImmediate as turn } from 'node:timers/promises'
import type { Database } from '../store/database/database'
import type {
  QuestionSummary,
  SessionsOfWeek,
  Summaries,
  SummariesWanted,
  WeekSummary,
} from './makeSummaries'
import type { Span, WeekSpan } from './weeks'

/** So many are stored at once: whatever else main has to do has its turn in between. */
const STORED_AT_ONCE = 1000

/** What is to be summed up before these weeks, and any question, can be shown; null: nothing. */
export function missingSummaries(
  db: Database,
  weeks: readonly WeekSpan[],
  nowMs: number,
): SummariesWanted | null {
  const missing = weeks.filter((week) => readWeekSummary(db, week) === null)
  const questionIds = db
    .prepare<[], string>('SELECT question_id FROM progress_questions WHERE summary IS NULL')
    .pluck()
    .all()
  if (missing.length === 0 && questionIds.length === 0) return null
  noteWeeks(db, weeks, missing)
  const spans = missing.map(({ fromMs, toMs }) => ({ fromMs, toMs }))
  return { weeks: spans, questionIds, nowMs }
}

/** From now on changes in these weeks are noted; weeks that are not shown any more are forgotten. */
function noteWeeks(db: Database, weeks: readonly Span[], missing: readonly Span[]): void {
  if (missing.length === 0) return
  const forget = db.prepare(
    `DELETE FROM progress_weeks WHERE NOT EXISTS (SELECT 1 FROM json_each(?)
       WHERE value ->> 'fromMs' = from_ms AND value ->> 'toMs' = to_ms)`,
  )
  const note = db.prepare(
    `INSERT OR IGNORE INTO progress_weeks (from_ms, to_ms, changed)
     SELECT ?, ?, count FROM progress_changes`,
  )
  const change = db.transaction(() => {
    forget.run(JSON.stringify(weeks))
    for (const { fromMs, toMs } of missing) note.run(fromMs, toMs)
  })
  change.immediate()
}

/** Stores what was summed up, but for what has changed since. */
export async function storeSummaries(db: Database, made: Summaries): Promise<void> {
  storeWeeks(db, made)
  for (let first = 0; first < made.questions.length; first += STORED_AT_ONCE) {
    const questions = made.questions.slice(first, first + STORED_AT_ONCE)
    storeQuestions(db, { ...made, questions })
    await turn()
  }
}

/** The same at one go, for little. */
export function storeSummariesNow(db: Database, made: Summaries): void {
  storeWeeks(db, made)
  storeQuestions(db, made)
}

function storeWeeks(db: Database, { changeCount, weeks }: Summaries): void {
  const save = db.prepare(
    `UPDATE progress_weeks SET summary = @summary, sessions = @sessions
     WHERE from_ms = @fromMs AND to_ms = @toMs AND changed <= @changeCount`,
  )
  const saveAll = db.transaction(() => {
    for (const { fromMs, toMs, ...texts } of weeks) {
      const [summary, sessions] = [texts.summary, texts.sessions].map((text) =>
        JSON.stringify(text),
      )
      save.run({ fromMs, toMs, changeCount, summary, sessions })
    }
  })
  saveAll.immediate()
}

function storeQuestions(db: Database, { changeCount, questions }: Summaries): void {
  const save = db.prepare(
    `UPDATE progress_questions
     SET summary = @summary, standing = @standing, last_said_at_ms = @lastSaidAtMs
     WHERE question_id = @questionId AND changed <= @changeCount`,
  )
  const saveAll = db.transaction(() => {
    for (const { questionId, summary } of questions) {
      const { standing, lastSaidAtMs } = summary
      save.run({
        questionId,
        changeCount,
        standing,
        lastSaidAtMs,
        summary: JSON.stringify(summary),
      })
    }
  })
  saveAll.immediate()
}

/** Null when it is still to be summed up. */
export function readWeekSummary(db: Database, span: Span): WeekSummary | null {
  return readOfWeek(db, 'summary', span) as WeekSummary | null
}

/** Null when they are still to be found. */
export function readSessionsOfWeek(db: Database, span: Span): SessionsOfWeek | null {
  return readOfWeek(db, 'sessions', span) as SessionsOfWeek | null
}

function readOfWeek(db: Database, column: 'summary' | 'sessions', span: Span): unknown {
  const text = db
    .prepare<[number, number], string | null>(
      `SELECT ${column} FROM progress_weeks WHERE from_ms = ? AND to_ms = ?`,
    )
    .pluck()
    .get(span.fromMs, span.toMs)
  return typeof text === 'string' ? JSON.parse(text) : null
}

export function parseQuestionSummary(summary: string | null): QuestionSummary {
  return summary === null ? NEVER_SAID : (JSON.parse(summary) as QuestionSummary)
}

const NEVER_SAID: QuestionSummary = {
  standing: 'unsaid',
  takeCount: 0,
  lastSaidAtMs: null,
  lastRating: null,
  recent: [],
}
