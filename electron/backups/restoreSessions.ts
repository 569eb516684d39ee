import { isDeepStrictEqual } from 'node:util'
import { QUESTION_BELONGINGS } from '../belongings/questionBelongings'
import { belongingsOf, restoreBelongings } from '../belongings/walkBelongings'
import { questionRecord, type QuestionRecord } from '../records/questionRecord'
import type { SessionRecord } from '../records/sessionRecord'
import { adoptQuestion, adoptSession } from '../recovery/adoptRecord'
import { applyQuestionRecord } from '../recovery/applyRecord'
import type { Database } from '../store/database/database'
import { setSessionDeleted } from '../store/sessions/sessions'

/* What takes that come back from a backup need: their sessions, and the questions of those. */

const SHOWN_SESSION_IDS = 'SELECT id FROM sessions WHERE deleted_at_ms IS NULL ORDER BY id'

/**
 * Those that are gone or hidden, and have a take that comes back or is there.
 * @param ofTakes the sessions of the takes that come back or change
 */
export function sessionsToBringBack(
  db: Database,
  backup: Database,
  ofTakes: readonly string[],
): string[] {
  const wanted = new Set(ofTakes)
  const isShown = db.prepare('SELECT 1 FROM sessions WHERE id = ? AND deleted_at_ms IS NULL')
  const hasTakes = db.prepare('SELECT 1 FROM takes WHERE session_id = ?')
  return backup
    .prepare<[], string>(SHOWN_SESSION_IDS)
    .pluck()
    .all()
    .filter((id) => !isShown.get(id) && (wanted.has(id) || hasTakes.get(id) !== undefined))
}

/**
 * Packs and questions that are gone, whole; of those that are there what each belonging says. A
 * question that has left its pack meanwhile does not return to it: only the sessions that asked it
 * need it.
 */
export function copyQuestions(db: Database, backup: Database): void {
  const packIds = db.prepare<[], string>('SELECT id FROM packs').pluck().all()
  const insert = db.prepare(
    `INSERT INTO packs (id, title, description, language, digest)
     VALUES (@id, @title, @description, @language, @digest) ON CONFLICT (id) DO NOTHING`,
  )
  const packs = backup.prepare<[], object>('SELECT * FROM packs')
  for (const pack of packs.iterate()) insert.run(pack)
  for (const id of backup.prepare<[], string>('SELECT id FROM questions').pluck().all()) {
    const then = questionRecord(backup, id)
    const now = questionRecord(db, id)
    if (!then) continue
    if (now) restoreQuestion(db, now, then)
    else adoptQuestion(db, { ...then, isRetired: then.isRetired || packIds.includes(then.pack.id) })
  }
}

function restoreQuestion(db: Database, now: QuestionRecord, then: QuestionRecord): void {
  const wanted = restoreBelongings(QUESTION_BELONGINGS, now, then)
  if (!wanted || isDeepStrictEqual(wanted, belongingsOf(QUESTION_BELONGINGS, now))) return
  applyQuestionRecord(db, { ...now, ...wanted }, 'counted')
}

/** Makes the session where it is gone, and shows it where it is hidden. */
export function bringSessionBack(db: Database, record: SessionRecord | null): void {
  if (!record) return
  adoptSession(db, record)
  setSessionDeleted(db, { sessionId: record.id, deletedAtMs: null })
}
