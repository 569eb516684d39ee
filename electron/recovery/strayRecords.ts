import { hasQuestion } from '../records/questionRecord'
import { adoptQuestionText } from './adoptRecord'
import type { Database } from '../store/database/database'
import type { SessionRecord } from '../records/sessionRecord'
import type { TakeRecord } from '../records/takeRecord'
import type { TakeRef } from '../takes/takeFiles'

/*
 * Sound of which nothing is known but its two ids: recorded by a version that kept no records
 * beside it, and its database is lost. It is kept under a name that says so.
 */

const STRAY_PACK = {
  id: 'recovered',
  title: 'Recovered recordings',
  language: 'en',
  kind: 'built-in',
  isDeleted: false,
} as const
const STRAY_QUESTION = { id: 'recovered/unknown', question: 'Recordings without a question' }

/** Makes the question where there is none of this id, under a name that says what is left of it. */
export function adoptStrayQuestion(db: Database, questionId: string): void {
  if (hasQuestion(db, questionId)) return
  adoptQuestionText(db, STRAY_PACK, { ...STRAY_QUESTION, id: questionId })
}

/** A record for a take of which there is none. */
export function strayTake({ takeId, sessionId }: TakeRef): TakeRecord {
  return {
    format: 'soundcheck-take',
    version: 2,
    id: takeId,
    revision: null,
    sessionId,
    questionId: STRAY_QUESTION.id,
    followUp: '',
    number: 1,
    startedAtMs: madeAtMs(takeId),
    durationMs: null,
    isDamaged: false,
    microphone: '',
    processing: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    isBest: false,
    rating: null,
    notes: '',
    marks: [],
    choices: [],
    rubric: null,
    outline: [],
    isRecovered: false,
    deletedAtMs: null,
  }
}

/** A record for a session of which there is none, only a take on this question. */
export function straySession(sessionId: string, questionId: string): SessionRecord {
  const startedAtMs = madeAtMs(sessionId)
  return {
    format: 'soundcheck-session',
    version: 2,
    id: sessionId,
    revision: null,
    kind: 'chosen',
    title: STRAY_PACK.title,
    settings: {},
    pack: STRAY_PACK,
    startedAtMs,
    finishedAtMs: startedAtMs,
    currentQuestionId: questionId,
    deletedAtMs: null,
    questions: [{ id: questionId }],
  }
}

/** The time in a UUIDv7: its first 48 bits (RFC 9562, section 5.7). */
function madeAtMs(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
}
