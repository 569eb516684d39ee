import { USUAL_FROM_TAKES, USUAL_OF_TAKES } from '../../../shared/defaults'
import {
  MEASURES_VERSION,
  MeasuresSchema,
  type Measures,
  type Usual,
} from '../../../shared/measures'
import type { Database } from '../database/database'
import { ANSWERS } from './takeRows'

/** What is stored of a take's measures: of an older version it counts as not measured. */
export type StoredMeasures =
  { state: 'unmeasured' } | { state: 'measured'; measures: Measures } | { state: 'impossible' }

export function readMeasures(db: Database, takeId: string): StoredMeasures {
  const row = db
    .prepare<[string, number], { measures: string | null }>(
      'SELECT measures FROM measures WHERE take_id = ? AND version = ?',
    )
    .get(takeId, MEASURES_VERSION)
  if (!row) return { state: 'unmeasured' }
  if (row.measures === null) return { state: 'impossible' }
  const measures = parseMeasures(row.measures)
  return measures ? { state: 'measured', measures } : { state: 'unmeasured' }
}

/**
 * Keeps what was measured; null says that it cannot be. A take that is gone by now leaves nothing.
 */
export function writeMeasures(db: Database, takeId: string, measures: Measures | null): void {
  db.prepare(
    `INSERT INTO measures (take_id, version, measures)
     SELECT id, @version, @measures FROM takes WHERE id = @takeId
     ON CONFLICT (take_id) DO UPDATE SET
       version = excluded.version, measures = excluded.measures`,
  ).run({
    takeId,
    version: MEASURES_VERSION,
    measures: measures && JSON.stringify(measures),
  })
}

/** What was measured is not true any more: the file is not what it was. */
export function forgetMeasures(db: Database, takeId: string): void {
  db.prepare('DELETE FROM measures WHERE take_id = ?').run(takeId)
}

/** Whether there is such a take that can be played, and neither it nor its session is deleted. */
export function canBeMeasured(db: Database, takeId: string): boolean {
  return (
    db
      .prepare(
        `SELECT 1 FROM takes JOIN sessions ON sessions.id = takes.session_id
         WHERE takes.id = ? AND takes.state = 'ready'
           AND takes.deleted_at_ms IS NULL AND sessions.deleted_at_ms IS NULL`,
      )
      .get(takeId) !== undefined
  )
}

/** What its usual is made of: the last takes before this one that can be played, and are not measured yet; newest first. */
export function listUnmeasuredBefore(db: Database, takeId: string): string[] {
  return db
    .prepare<[object], string>(
      `SELECT id FROM (SELECT id, state FROM takes WHERE ${ANSWERS} AND id < @takeId
         ORDER BY id DESC LIMIT @limit)
       WHERE state = 'ready' AND NOT EXISTS
         (SELECT 1 FROM measures WHERE take_id = id AND version = @version)`,
    )
    .pluck()
    .all({ takeId, limit: USUAL_OF_TAKES, version: MEASURES_VERSION })
}

interface EarlierTake {
  timeToFirstWordMs: number
  longestPauseMs: number
  speechShare: number | null
  paceWpm: number | null
  integratedLufs: number | null
}

/** The medians of the last measured takes before this one, without those of follow-ups; null when there are too few. */
export function usualBefore(db: Database, takeId: string): Usual | null {
  const earlier = db
    .prepare<[object], EarlierTake>(
      `SELECT measures ->> 'timeToFirstWordMs' AS timeToFirstWordMs,
         measures ->> 'longestPauseMs' AS longestPauseMs,
         measures ->> 'speechShare' AS speechShare,
         (measures ->> '$.paceWpm.low' + measures ->> '$.paceWpm.high') / 2.0 AS paceWpm,
         measures ->> 'integratedLufs' AS integratedLufs
       FROM takes JOIN measures ON measures.take_id = takes.id
       WHERE ${ANSWERS} AND takes.id < @takeId AND measures.version = @version
         AND measures ->> 'timeToFirstWordMs' IS NOT NULL
       ORDER BY takes.id DESC LIMIT @limit`,
    )
    .all({ takeId, limit: USUAL_OF_TAKES, version: MEASURES_VERSION })
  if (earlier.length < USUAL_FROM_TAKES) return null
  const medianOf = (name: keyof EarlierTake): number | null =>
    median(earlier.map((take) => take[name]))
  return {
    takeCount: earlier.length,
    timeToFirstWordMs: medianOf('timeToFirstWordMs'),
    longestPauseMs: medianOf('longestPauseMs'),
    speechShare: medianOf('speechShare'),
    paceWpm: medianOf('paceWpm'),
    integratedLufs: medianOf('integratedLufs'),
  }
}

/** Of the values that are there; null without any. */
export function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).toSorted((one, other) => one - other)
  const middle = known.length / 2
  const [low, high] = [known[Math.ceil(middle) - 1], known[Math.floor(middle)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** What nobody can read counts as not there: it is measured again. */
function parseMeasures(json: string): Measures | null {
  return MeasuresSchema.safeParse(JSON.parse(json)).data ?? null
}
