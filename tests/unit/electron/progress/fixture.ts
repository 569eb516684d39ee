import { Progress, type ProgressTools } from '../../../../electron/progress/progress'
import { sumUp } from '../../../../electron/progress/makeSummaries'
import type { Database } from '../../../../electron/store/database/database'
import { newId } from '../../../../electron/store/database/ids'
import { startSession } from '../../../../electron/store/sessions/startSession'
import { writeMeasures } from '../../../../electron/store/takes/measures'
import {
  insertRecordingTake,
  markTakeReady,
  setBestTake,
  setTakeRating,
} from '../../../../electron/store/takes/takes'
import type { Measures } from '../../../../shared/measures'
import type { Rating, Session } from '../../../../shared/model'
import { sampleMeasures } from '../../../helpers/sampleMeasures'
import { NO_PROCESSING } from '../store/fixture'

/** A Wednesday evening. */
export const NOW_MS = new Date(2026, 10, 25, 20).getTime()

/** At eight in the evening so many days ago. */
export function daysAgoMs(days: number): number {
  const at = new Date(NOW_MS)
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() - days, 20).getTime()
}

export function sessionAt(db: Database, startedAtMs: number): Session {
  return startSession(db, { kind: 'pack', packId: 'trial', startedAtMs })
}

interface Said {
  startedAtMs: number
  questionId?: string
  durationMs?: number
  rating?: Rating
  isBest?: boolean
  followUp?: string
  measures?: Partial<Measures>
}

/** A take that can be played. @returns its id */
export function say(
  db: Database,
  session: Session,
  {
    startedAtMs,
    questionId = 'trial/alpha',
    durationMs = 60_000,
    rating,
    isBest = false,
    followUp,
    measures,
  }: Said,
): string {
  const takeId = newId()
  const microphone = { microphone: 'Desk', processing: NO_PROCESSING }
  const take = { id: takeId, sessionId: session.id, questionId, startedAtMs, ...microphone }
  insertRecordingTake(db, { ...take, followUp })
  markTakeReady(db, { takeId, durationMs, sizeBytes: 1000 })
  if (rating !== undefined) setTakeRating(db, { takeId, rating })
  if (isBest) setBestTake(db, { takeId, isBest })
  if (measures) writeMeasures(db, takeId, sampleMeasures(measures))
  return takeId
}

/** Sums up on this thread. `made` tells how often, and what. */
export function progressOf(
  db: Database,
  change: Partial<ProgressTools> = {},
): { progress: Progress; made: { weeks: number; questionIds: readonly string[] }[] } {
  const made: { weeks: number; questionIds: readonly string[] }[] = []
  const progress = new Progress({
    db,
    reserve: { spend: async (work) => work() },
    now: () => NOW_MS,
    make: (wanted) => {
      made.push({ weeks: wanted.weeks.length, questionIds: wanted.questionIds })
      return Promise.resolve(sumUp(db, wanted))
    },
    ...change,
  })
  return { progress, made }
}
