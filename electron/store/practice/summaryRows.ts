import type { Rating } from '../../../shared/model'
import type { Database } from '../database/database'
import { ANSWERS, SESSION_SHOWN } from '../takes/takeRows'

/** A row of practice_summaries; see migrations/011-practice.ts. */
export interface SummaryRow {
  questionId: string
  costMs: number
  saidDay: number | null
  ratedDay: number | null
  rating: Rating | null
  stability: number | null
  difficulty: number | null
}

/** All that a summary is made of. */
export interface SaidQuestion {
  target: { shortestMs: number; longestMs: number }
  /** Those that answer the question itself, from the first one on. */
  takes: {
    startedAtMs: number
    /** Null when its sound cannot be read. */
    durationMs: number | null
    isBest: boolean
    rating: Rating | null
  }[]
}

type RawSummary = [
  string,
  number,
  number | null,
  number | null,
  Rating | null,
  number | null,
  number | null,
]

/** Every summary that is up to date, by its question. In a large library these are many: as bare values. */
export function readSummaries(db: Database): Map<string, SummaryRow> {
  const rows = db
    .prepare<[], RawSummary>(
      `SELECT question_id, cost_ms, said_day, rated_day, rating, stability, difficulty
       FROM practice_summaries`,
    )
    .raw()
    .all()
  return new Map(
    rows.map(([questionId, costMs, saidDay, ratedDay, rating, stability, difficulty]) => [
      questionId,
      { questionId, costMs, saidDay, ratedDay, rating, stability, difficulty },
    ]),
  )
}

export function writeSummaries(db: Database, rows: readonly SummaryRow[]): void {
  const insert = db.prepare(
    `INSERT OR REPLACE INTO practice_summaries
       (question_id, cost_ms, said_day, rated_day, rating, stability, difficulty)
     SELECT id, @costMs, @saidDay, @ratedDay, @rating, @stability, @difficulty
     FROM questions WHERE id = @questionId`,
  )
  const write = db.transaction(() => {
    for (const row of rows) insert.run(row)
  })
  write.immediate()
}

/** @returns undefined when the question is not there */
export function saidQuestionReader(db: Database): (questionId: string) => SaidQuestion | undefined {
  const target = db.prepare<[string], SaidQuestion['target']>(
    `SELECT target_shortest_ms AS shortestMs, target_longest_ms AS longestMs
     FROM questions WHERE id = ?`,
  )
  const takes = db
    .prepare<[string], [number, number | null, number, Rating | null]>(
      `SELECT started_at_ms, iif(state = 'damaged', NULL, duration_ms), is_best, rating FROM takes
       WHERE ${ANSWERS} AND question_id = ? AND ${SESSION_SHOWN} ORDER BY started_at_ms, id`,
    )
    .raw()
  return (questionId) => {
    const found = target.get(questionId)
    return (
      found && {
        target: found,
        takes: takes.all(questionId).map(([startedAtMs, durationMs, isBest, rating]) => ({
          startedAtMs,
          durationMs,
          isBest: isBest === 1,
          rating,
        })),
      }
    )
  }
}
