import { USUAL_FROM_TAKES, USUAL_OF_TAKES, VERY_SHORT_MS } from '../../../shared/defaults'
import { missesLength } from '../../../shared/mock/answerLength'
import type { UsualAnswers } from '../../../shared/mock/usualAnswers'
import type { Database } from '../database/database'
import { median } from '../takes/measures'
import { SESSION_SHOWN } from '../takes/takeRows'
import { requireSession } from './sessions'

interface EarlierAnswer {
  durationMs: number
  shortestMs: number
  longestMs: number
}

/**
 * What is usual in the last answers before a session; null when there are too few to speak of it.
 * @throws {AppError} NOT_FOUND when the session is unknown or deleted
 */
export function usualAnswers(
  db: Database,
  { sessionId }: { sessionId: string },
): UsualAnswers | null {
  requireSession(db, sessionId)
  const earlier = db
    .prepare<[object], EarlierAnswer>(
      // Ids are in the order of time, those of sessions among those of takes.
      `SELECT duration_ms AS durationMs, target_shortest_ms AS shortestMs,
         target_longest_ms AS longestMs
       FROM takes JOIN questions ON questions.id = takes.question_id
       WHERE takes.id < @sessionId AND takes.deleted_at_ms IS NULL AND takes.state = 'ready'
         AND follow_up = '' AND duration_ms >= @veryShortMs AND ${SESSION_SHOWN}
       ORDER BY takes.id DESC LIMIT @limit`,
    )
    .all({ sessionId, veryShortMs: VERY_SHORT_MS, limit: USUAL_OF_TAKES })
  const answerMs = median(earlier.map(({ durationMs }) => durationMs))
  if (earlier.length < USUAL_FROM_TAKES || answerMs === null) return null
  const misses = earlier.map(({ durationMs, ...target }) => missesLength(durationMs, target))
  return {
    answerCount: earlier.length,
    answerMs,
    overCount: misses.filter((miss) => miss === 'over').length,
    underCount: misses.filter((miss) => miss === 'under').length,
  }
}
