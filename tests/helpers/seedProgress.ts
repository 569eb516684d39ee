import { join } from 'node:path'
import { closeDatabase, openDatabase, type Database } from '../../electron/store/database/database'
import { finishSession } from '../../electron/store/sessions/sessions'
import { startSession } from '../../electron/store/sessions/startSession'
import { writeMeasures } from '../../electron/store/takes/measures'
import { setBestTake, setTakeRating } from '../../electron/store/takes/takes'
import type { Rating } from '../../shared/model'
import { sampleMeasures } from './sampleMeasures'
import { addTake, PACK_ID } from './seed'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** How many evenings each week had, the oldest first; the last one is this week's. */
const EVENINGS = [1, 2, 1, 3, 0, 2, 3, 2, 4, 2]
/** On the evenings of this week nothing could be measured. */
const UNMEASURED_WEEK = 3

/**
 * Fills a data folder that has its pack with ten weeks of evenings: one week without any, one that
 * was not measured, questions at every stage, the last evening today.
 * @param weekCount only so many of the last ones
 */
export function seedProgress(
  dataFolder: string,
  { nowMs = Date.now(), weekCount = EVENINGS.length }: { nowMs?: number; weekCount?: number } = {},
): void {
  const db = openDatabase(join(dataFolder, 'soundcheck.db'))
  try {
    EVENINGS.forEach((evenings, week) => {
      const weeksAgo = EVENINGS.length - 1 - week
      if (weeksAgo >= weekCount) return
      for (let evening = 0; evening < evenings; evening += 1) {
        // The evenings of one week are on one day: whatever day it is, that is one of the week.
        const startedAtMs = nowMs - weeksAgo * 7 * DAY_MS - (evening + 1) * 20 * MINUTE_MS
        addEvening(db, dataFolder, { startedAtMs, week, evening })
      }
    })
  } finally {
    closeDatabase(db)
  }
}

interface Evening {
  startedAtMs: number
  week: number
  evening: number
}

function addEvening(
  db: Database,
  dataFolder: string,
  { startedAtMs, week, evening }: Evening,
): void {
  const session = startSession(db, { kind: 'pack', packId: PACK_ID, startedAtMs })
  const first = (week * 3 + evening * 2) % 12
  session.questions.slice(first, first + 3 + ((week + evening) % 3)).forEach((question, index) => {
    const durationMs = 45_000 + ((week * 7 + index * 11) % 60) * 1000
    const atMs = startedAtMs + index * 2 * MINUTE_MS
    const takeId = addTake(db, dataFolder, session, question.id, atMs, durationMs)
    // Some are only said.
    if (index !== 2) setTakeRating(db, { takeId, rating: (1 + ((week + index) % 4)) as Rating })
    if (index === 0 && week > 5) setBestTake(db, { takeId, isBest: true })
    if (week !== UNMEASURED_WEEK) hear(db, takeId, { week, index, durationMs })
  })
  finishSession(db, { sessionId: session.id, finishedAtMs: startedAtMs + 15 * MINUTE_MS })
}

function hear(
  db: Database,
  takeId: string,
  { week, index, durationMs }: { week: number; index: number; durationMs: number },
): void {
  const low = Math.round(165 - 4 * week + 6 * Math.sin(index * 1.9))
  const longestMs = 5200 - 310 * week + 400 * Math.sin(week * 2.1 + index)
  writeMeasures(
    db,
    takeId,
    sampleMeasures({
      durationMs,
      timeToFirstWordMs: 3400 - 220 * week + 300 * Math.sin(week * 1.3 + index),
      pauses: [{ startMs: 20_000, endMs: 20_000 + longestMs }],
      paceWpm: { low, high: low + 26 },
    }),
  )
}
