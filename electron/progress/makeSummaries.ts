import { MEASURES_VERSION } from '../../shared/measures'
import type { Rating } from '../../shared/model'
import { dayOf, dayStartMs } from '../../shared/practice/day'
import type { SaidDay, Standing, Week, WeekSession } from '../../shared/progress/progressRequests'
import { readLibrary } from '../questionLists/library/readLibrary'
import type { Database } from '../store/database/database'
import { median } from '../store/takes/measures'
import { ANSWERS, KEPT, SESSION_SHOWN } from '../store/takes/takeRows'
import type { Span } from './weeks'

/** More than the days that are shown: a clock that was set back finds them too. */
const RECENT_MS = 40 * 24 * 60 * 60 * 1000
/** Nobody has more in a week; more than these are counted. */
const MAX_SESSIONS = 200

/** What was said to a question on one day. */
export interface RecentDay extends SaidDay {
  /** When the day began. */
  fromMs: number
}

export interface QuestionSummary {
  standing: Standing
  takeCount: number
  lastSaidAtMs: number | null
  lastRating: Rating | null
  /** Of the last weeks. */
  recent: RecentDay[]
}

export type WeekSummary = Omit<Week, 'day'>

export interface SessionsOfWeek {
  /** Newest first. */
  newest: Omit<WeekSession, 'title' | 'startedAtMs'>[]
  count: number
}

export interface SummariesWanted {
  weeks: readonly Span[]
  questionIds: readonly string[]
  nowMs: number
}
export interface SummariesOrder extends SummariesWanted {
  /** The database. */
  file: string
}

export interface Summaries {
  /** How many changes were counted before; what changed later is not in them. */
  changeCount: number
  weeks: (Span & { summary: WeekSummary; sessions: SessionsOfWeek })[]
  questions: { questionId: string; summary: QuestionSummary }[]
}

/** Reads by a connection of its own: for a thread. */
export function makeSummaries({ file, ...wanted }: SummariesOrder): Summaries {
  return readLibrary(file, (db) => sumUp(db, wanted))
}

/** Sums up; the caller has a transaction, or nobody else writes. */
export function sumUp(db: Database, { weeks, questionIds, nowMs }: SummariesWanted): Summaries {
  const changeCount = db.prepare<[], number>('SELECT count FROM progress_changes').pluck().get()
  const takesOf = db.prepare<[string], Answer>(
    `SELECT started_at_ms AS startedAtMs, rating, is_best AS isBest FROM takes
     WHERE question_id = ? AND ${ANSWERS} AND ${SESSION_SHOWN} ORDER BY id`,
  )
  return {
    changeCount: changeCount ?? 0,
    weeks: sumUpWeeks(db, weeks),
    questions: questionIds.map((questionId) => ({
      questionId,
      summary: sumUpQuestion(takesOf.all(questionId), nowMs - RECENT_MS),
    })),
  }
}

interface Answer {
  startedAtMs: number
  rating: Rating | null
  isBest: number
}

/** @param takes oldest first */
export function sumUpQuestion(takes: readonly Answer[], recentFromMs: number): QuestionSummary {
  return {
    standing: standingOf(takes),
    takeCount: takes.length,
    lastSaidAtMs: takes.at(-1)?.startedAtMs ?? null,
    lastRating: lastRating(takes),
    recent: recentDays(takes.filter(({ startedAtMs }) => startedAtMs >= recentFromMs)),
  }
}

function recentDays(takes: readonly Answer[]): RecentDay[] {
  const byDay = new Map<number, Answer[]>()
  for (const take of takes) {
    const fromMs = dayStartMs(dayOf(take.startedAtMs))
    byDay.set(fromMs, [...(byDay.get(fromMs) ?? []), take])
  }
  return [...byDay].map(([fromMs, said]) => ({
    fromMs,
    takeCount: said.length,
    rating: lastRating(said.filter(({ isBest }) => isBest === 1)) ?? lastRating(said),
  }))
}

function lastRating(takes: readonly Answer[]): Rating | null {
  return takes.findLast(({ rating }) => rating !== null)?.rating ?? null
}

function standingOf(takes: readonly Answer[]): Standing {
  if (takes.some(({ isBest }) => isBest === 1)) return 'kept'
  if (takes.some(({ rating }) => rating !== null)) return 'rated'
  return takes.length > 0 ? 'said' : 'unsaid'
}

interface SpokenTake {
  id: string
  sessionId: string
  startedAtMs: number
  durationMs: number
  followUp: string
  /** JSON: the time to the first word, the longest pause, both ends of the pace, too quiet. */
  measured: string | null
}

function sumUpWeeks(db: Database, weeks: readonly Span[]): Summaries['weeks'] {
  if (weeks.length === 0) return []
  const takesOf = db.prepare<[object], SpokenTake>(
    `SELECT takes.id, session_id AS sessionId, started_at_ms AS startedAtMs,
       duration_ms AS durationMs, follow_up AS followUp,
       json_extract(measures, '$.timeToFirstWordMs', '$.longestPauseMs', '$.paceWpm.low',
         '$.paceWpm.high', '$.tooQuiet') AS measured
     FROM takes LEFT JOIN measures ON take_id = takes.id AND version = @version
     WHERE ${KEPT} AND ${SESSION_SHOWN} AND started_at_ms >= @fromMs AND started_at_ms < @toMs
     ORDER BY takes.id`,
  )
  // Once for all of them: nothing finds takes by their time but going through them.
  const takes = takesOf.all({
    fromMs: Math.min(...weeks.map(({ fromMs }) => fromMs)),
    toMs: Math.max(...weeks.map(({ toMs }) => toMs)),
    version: MEASURES_VERSION,
  })
  return weeks.map(({ fromMs, toMs }) => {
    const isIn = ({ startedAtMs }: SpokenTake): boolean =>
      startedAtMs >= fromMs && startedAtMs < toMs
    const ofWeek = takes.filter(isIn)
    return { fromMs, toMs, summary: sumUpWeek(ofWeek), sessions: sessionsOf(ofWeek) }
  })
}

function sumUpWeek(takes: readonly SpokenTake[]): WeekSummary {
  const heard = takes.filter(({ followUp }) => followUp === '').flatMap(soundOf)
  return {
    spokenMs: takes.reduce((sum, { durationMs }) => sum + durationMs, 0),
    takeCount: takes.length,
    measuredCount: heard.length,
    timeToFirstWordMs: median(heard.map(({ timeToFirstWordMs }) => timeToFirstWordMs)),
    longestPauseMs: median(heard.map(({ longestPauseMs }) => longestPauseMs)),
    paceWpm: median(heard.map(({ paceWpm }) => paceWpm)),
  }
}

function sessionsOf(takes: readonly SpokenTake[]): SessionsOfWeek {
  const sessions = new Map<string, SessionsOfWeek['newest'][number]>()
  for (const { id, sessionId, durationMs } of takes) {
    const known = sessions.get(sessionId)
    sessions.set(sessionId, {
      sessionId,
      takeCount: (known?.takeCount ?? 0) + 1,
      spokenMs: (known?.spokenMs ?? 0) + durationMs,
      firstTakeId: known?.firstTakeId ?? id,
    })
  }
  const newestFirst = [...sessions.values()].toReversed()
  return { newest: newestFirst.slice(0, MAX_SESSIONS), count: sessions.size }
}

interface Sound {
  timeToFirstWordMs: number
  longestPauseMs: number
  paceWpm: number | null
}

/** None of a take in which nobody speaks, or that is too quiet to be measured well. */
function soundOf({ measured }: SpokenTake): Sound[] {
  if (measured === null) return []
  const [firstWordMs, pauseMs, low, high, isTooQuiet] = JSON.parse(measured) as (
    number | boolean | null
  )[]
  if (typeof firstWordMs !== 'number' || typeof pauseMs !== 'number' || isTooQuiet === true)
    return []
  const isPaced = typeof low === 'number' && typeof high === 'number'
  return [
    {
      timeToFirstWordMs: firstWordMs,
      longestPauseMs: pauseMs,
      paceWpm: isPaced ? (low + high) / 2 : null,
    },
  ]
}
