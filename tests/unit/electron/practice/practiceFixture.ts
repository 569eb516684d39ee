import { TodaysPractice, type NearestInterview } from '../../../../electron/practice/todaysPractice'
import type { Database } from '../../../../electron/store/database/database'
import { newId } from '../../../../electron/store/database/ids'
import { savePack } from '../../../../electron/store/questions/packs'
import { startSession } from '../../../../electron/store/sessions/startSession'
import {
  insertRecordingTake,
  markTakeReady,
  setTakeRating,
} from '../../../../electron/store/takes/takes'
import type { Rating } from '../../../../shared/model'
import { memoryStore, NO_PROCESSING, packOf, packQuestion } from '../store/fixture'

const HOUR_MS = 60 * 60 * 1000
/** In the evening of a Tuesday, wherever one is. */
export const EVENING_MS = new Date(2026, 10, 10, 20).getTime()
export const TODAY = '2026-11-10'

/** A store with a pack `trial` of so many questions, trial/q1 and so on, and what is practised in it. */
export function practiceOf(
  questionCount: number,
  nearestInterview: NearestInterview = () => null,
): { db: Database; practice: TodaysPractice } {
  const db = memoryStore()
  const questions = Array.from({ length: questionCount }, (_, index) =>
    packQuestion(`q${String(index + 1)}`),
  )
  savePack(db, packOf(questions))
  return { db, practice: new TodaysPractice(db, nearestInterview) }
}

/** A take of a minute, at this time. @returns its id */
export function say(
  db: Database,
  questionId: string,
  {
    atMs,
    rating = null,
    followUp,
  }: { atMs: number; rating?: Rating | null; followUp?: string | undefined },
): { takeId: string; sessionId: string } {
  const { id: sessionId } = startSession(db, { kind: 'one', questionId, startedAtMs: atMs })
  const { id: takeId } = insertRecordingTake(db, {
    id: newId(),
    sessionId,
    questionId,
    followUp,
    startedAtMs: atMs,
    microphone: 'Desk',
    processing: NO_PROCESSING,
  })
  markTakeReady(db, { takeId, durationMs: 60_000, sizeBytes: 1000 })
  if (rating !== null) setTakeRating(db, { takeId, rating })
  return { takeId, sessionId }
}

/** So many days before this evening. */
export const daysAgo = (days: number) => new Date(2026, 10, 10 - days, 19).getTime()
export const hoursOn = (hours: number) => EVENING_MS + hours * HOUR_MS
